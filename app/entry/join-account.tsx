import { useState } from 'react'
import type { KnownDevice } from '../../lib/browser/browser.ts'
import type { Look } from '../../lib/protocol/pairing.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { otherAccountWords } from '../words/account-words.ts'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { DeviceNameField } from './device-name-field.tsx'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('entry', english)

interface JoinAccountProps {
  look: Look
  /** The devices that this browser holds already. */
  known: readonly KnownDevice[]
  suggestedName: string
  busy: boolean
  problem: string | null
  onJoin: (name: string) => void
  onOtherCode: () => void
}

/** Says whose inbox a code opens, before this device joins it. */
export function JoinAccount({ look, known, suggestedName, busy, problem, onJoin, onOtherCode }: JoinAccountProps) {
  const [name, setName] = useState(suggestedName)
  const warning = otherAccountWords(look.account, known)
  return (
    <EntryFrame
      title={say.joinTitle}
      lead={
        <>
          <strong className="block font-semibold text-ink wrap-anywhere">{look.account}</strong>
          {say.invites(look.offeredBy)}
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          onJoin(name.trim())
        }}
      >
        {warning ? (
          <p role="note" className="rounded-xl bg-amber-wash px-3.5 py-3 text-sm text-amber">
            {warning}
          </p>
        ) : null}
        <DeviceNameField value={name} onChange={setName} autoFocus />
        <Problem>{problem}</Problem>
        <Button type="submit" look="primary" size="large" className="w-full" busy={busy} disabled={!name.trim()}>
          {say.join}
        </Button>
      </form>
      <p className="mt-5 text-center text-sm">
        <button
          type="button"
          className="rounded font-medium text-accent underline-offset-4 hover:underline"
          onClick={onOtherCode}
        >
          {say.otherCode}
        </button>
      </p>
    </EntryFrame>
  )
}
