import type { TabDevice } from '../../lib/browser/browser.ts'
import type { JoinedDevice } from '../../lib/core/ports.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { joinedWords } from '../words/devices/joined-words.ts'
import { Notice } from './notice.tsx'

interface JoinedNoticeProps {
  device: TabDevice
  joined: readonly JoinedDevice[]
}

/** Stays, also over reloads of this device, until the person says that they have seen it. */
export default function JoinedNotice({ device, joined }: JoinedNoticeProps) {
  const { run, busy } = useAction(() => device.seeJoined(joined.map((it) => it.deviceId)))
  return (
    <Notice
      tone="accent"
      action={
        <Button size="small" busy={busy} onClick={() => void run()}>
          Got it
        </Button>
      }
    >
      {joinedWords(joined)} Not yours? Remove it in the list of devices.
    </Notice>
  )
}
