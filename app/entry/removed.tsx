import type { Browser } from '../../lib/browser/browser.ts'
import { signedOutHere } from '../devices/signed-out-here.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('entry', english)

interface RemovedProps {
  browser: Browser
  deviceId: string
  name: string
  onStartOver: () => Promise<void>
}

const focusOnce = (element: HTMLElement | null) => element?.focus()

/** This device was removed or signed out, and this browser has deleted everything of it. */
export default function Removed({ browser, deviceId, name, onStartOver }: RemovedProps) {
  const isSignOut = signedOutHere.has(deviceId)
  const { run, busy, problem } = useAction(async () => {
    await browser.forgetDevice(deviceId)
    await onStartOver()
  })
  return (
    <EntryFrame
      title={isSignOut ? say.signedOut : say.removed}
      lead={isSignOut ? say.signedOutMeans(name) : say.removedMeans(name)}
    >
      {/* A person may be typing when this comes: the focus is here, where no key presses the button. */}
      <div ref={focusOnce} tabIndex={-1} className="space-y-4 outline-none">
        <Problem>{problem}</Problem>
        <Button look="primary" size="large" className="w-full" busy={busy} onClick={() => void run()}>
          {say.startOver}
        </Button>
      </div>
    </EntryFrame>
  )
}
