import { useEffect } from 'react'
import type { OpenMessage } from '../../../lib/browser/shared/push/open-message.ts'
import { hashOf } from '../../navigation/view.ts'
import { linkTo } from './message-link.ts'

/** The person has clicked a notification while this window was open: goes to its message, or aims at its sender. */
export function useNoticeClick(): void {
  useEffect(() => {
    const container = navigator.serviceWorker
    const heard = ({ data }: MessageEvent<OpenMessage | undefined>) => {
      if (data?.type !== 'openMessage') return
      const { messageId, answerTo } = data
      const link = new URL(linkTo(location.origin, messageId)).hash
      location.hash = answerTo === undefined ? link : hashOf({ kind: 'device', deviceId: answerTo })
    }
    container?.addEventListener('message', heard)
    return () => container?.removeEventListener('message', heard)
  }, [])
}
