import type { Browser } from '../../lib/browser/browser.ts'
import { signedOutHere } from '../devices/signed-out-here.ts'
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

/** This device was removed or signed out, and this browser has deleted everything of it. */
export default function Removed({ browser, deviceId, name, onStartOver }: RemovedProps) {
  const isSignOut = signedOutHere.has(deviceId)
  const { run, busy, problem } = useAction(async () => {
    await browser.forgetDevice(deviceId)
    await onStartOver()
  })
  return (
    <EntryFrame
      title={isSignOut ? 'You are signed out' : 'This device was removed'}
      lead={`“${name}” is no longer one of your devices. Its messages, and what was waiting to be sent, are gone from this browser. ${
        isSignOut ? 'Your other devices keep theirs.' : 'Your other devices have everything else.'
      }`}
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
