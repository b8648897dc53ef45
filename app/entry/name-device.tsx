import { useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { browserWords } from '../words/devices/browser-words.ts'
import { naming as english } from '../words/en/start/naming.ts'
import { subject } from '../words/language/catalog.ts'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('naming', english)

interface NameDeviceProps {
  browser: Browser
  onDevice: (device: TabDevice) => void
}

export default function NameDevice({ browser, onDevice }: NameDeviceProps) {
  const [name, setName] = useState(() => browser.suggestName(browserWords))
  const { run, busy, problem } = useAction(async () => onDevice(await browser.createDevice(name.trim())))

  return (
    <EntryFrame title={say.nameTitle} lead={say.nameMeans}>
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
          {say.openInbox}
        </Button>
      </form>
    </EntryFrame>
  )
}
