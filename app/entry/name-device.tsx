import { useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'

interface NameDeviceProps {
  browser: Browser
  onDevice: (device: TabDevice) => void
}

export default function NameDevice({ browser, onDevice }: NameDeviceProps) {
  const [name, setName] = useState(() => browser.suggestName())
  const { run, busy, problem } = useAction(async () => onDevice(await browser.createDevice(name.trim())))

  return (
    <EntryFrame
      title="What is this device called?"
      lead="Your other devices see it by this name. You can change it at any time."
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <DeviceNameField value={name} onChange={setName} autoFocus />
        <Problem>{problem}</Problem>
        <Button type="submit" look="primary" size="large" className="w-full" busy={busy} disabled={!name.trim()}>
          Open the inbox
        </Button>
      </form>
    </EntryFrame>
  )
}
