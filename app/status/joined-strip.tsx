import { MonitorSmartphone } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { JoinedDevice } from '../../lib/core/ports.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { joinedWords } from '../words/devices/joined-words.ts'
import { status as english } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { Strip } from './strip.tsx'

const say = subject('status', english)

interface JoinedStripProps {
  device: TabDevice
  joined: readonly JoinedDevice[]
}

/** Stays, also over reloads of this device, until the person says that they have seen it. */
export default function JoinedStrip({ device, joined }: JoinedStripProps) {
  const { run, busy } = useAction(() => device.seeJoined(joined.map((it) => it.deviceId)))
  return (
    <Strip
      tone="accent"
      icon={MonitorSmartphone}
      action={
        <Button size="small" busy={busy} onClick={() => void run()}>
          {say.gotIt}
        </Button>
      }
    >
      {joinedWords(joined)} {say.notYours}
    </Strip>
  )
}
