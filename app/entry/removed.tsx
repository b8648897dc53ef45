import type { Browser } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { EntryFrame } from './entry-frame.tsx'

interface RemovedProps {
  browser: Browser
  deviceId: string
  name: string
  onStartOver: () => Promise<void>
}

/** Another device removed this one, and this browser has deleted everything of it. */
export default function Removed({ browser, deviceId, name, onStartOver }: RemovedProps) {
  const { run, busy, problem } = useAction(async () => {
    await browser.forgetDevice(deviceId)
    await onStartOver()
  })
  return (
    <EntryFrame
      title="This device was removed"
      lead={`“${name}” is no longer one of your devices. Its messages, and what was waiting to be sent, are gone from this browser. Your other devices have everything else.`}
    >
      <div className="space-y-4">
        <Problem>{problem}</Problem>
        <Button look="primary" size="large" className="w-full" autoFocus busy={busy} onClick={() => void run()}>
          Start over
        </Button>
      </div>
    </EntryFrame>
  )
}
