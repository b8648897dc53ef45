import { useSyncExternalStore } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { innermost } from '../connection/innermost.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { later } from '../ui/later.tsx'
import { UpdateNotice } from './update-notice.tsx'

// Few starts show any of them.
const SignedOutNotice = later(() => import('./signed-out-notice.tsx'))
const StorageNotice = later(() => import('./storage-notice.tsx'))
const JoinedNotice = later(() => import('./joined-notice.tsx'))
const NewsNotice = later(() => import('./news-notice.tsx'))

export const rareNotices = [SignedOutNotice, StorageNotice, JoinedNotice, NewsNotice]

interface NoticesProps {
  browser: Browser
  device: TabDevice
  onDevice: (device: TabDevice) => void
}

export function Notices({ browser, device, onDevice }: NoticesProps) {
  const updateReady = useSyncExternalStore(browser.watchForUpdate, browser.updateReady)
  const signedOut = useDeviceState(device, (it) => innermost(it.connection).state === 'signedOut')
  const name = useDeviceState(device, (it) => it.name)
  const storage = useDeviceState(device, (it) => it.storage)
  const joined = useDeviceState(device, (it) => it.joined)
  const hasNews = useDeviceState(device, (it) => it.news.length > 0)
  return (
    <>
      {updateReady ? <UpdateNotice /> : null}
      {signedOut ? <SignedOutNotice browser={browser} name={name} onDevice={onDevice} /> : null}
      {storage.state === 'durable' ? null : <StorageNotice storage={storage} />}
      {joined.length > 0 ? <JoinedNotice device={device} joined={joined} /> : null}
      {hasNews ? <NewsNotice device={device} /> : null}
    </>
  )
}
