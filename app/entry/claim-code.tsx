import { useEffect, useState } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { TextField } from '../ui/text-field.tsx'
import { pairingCodeIn } from '../words/pairing-code.ts'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'

interface ClaimCodeProps {
  browser: Browser
  onDevice: (device: TabDevice) => void
}

export default function ClaimCode({ browser, onDevice }: ClaimCodeProps) {
  const [code, setCode] = useState(() => pairingCodeIn(location.hash))
  const [fromLink, setFromLink] = useState(code !== '')
  const [name, setName] = useState(() => browser.suggestName())
  const { run, busy, problem } = useAction(async () => onDevice(await browser.claimPairing(code, name.trim())))

  // The browser does not load the page again when a second link in this tab changes only the hash.
  useEffect(() => {
    const take = () => {
      setCode(pairingCodeIn(location.hash))
      setFromLink(location.hash.length > 1)
    }
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])

  return (
    <EntryFrame
      title={fromLink ? 'Join with this device' : 'Enter the code'}
      lead={
        fromLink
          ? 'It becomes one of your devices and gets everything in your inbox.'
          : 'On a device that is in already, choose “Add a device”. It shows a code that works for five minutes.'
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        {fromLink && !problem ? null : (
          <TextField
            label="Code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            required
            autoFocus
            className="font-mono tracking-[0.12em] uppercase"
            value={code}
            onChange={(event) => setCode(pairingCodeIn(event.target.value))}
          />
        )}
        <DeviceNameField value={name} onChange={setName} autoFocus={fromLink} />
        <Problem>{problem}</Problem>
        <Button
          type="submit"
          look="primary"
          size="large"
          className="w-full"
          busy={busy}
          disabled={!name.trim() || code === ''}
        >
          Join
        </Button>
      </form>
      <p className="mt-5 text-center text-sm">
        <a className="rounded font-medium text-accent underline-offset-4 hover:underline" href="/">
          Go back
        </a>
      </p>
    </EntryFrame>
  )
}
