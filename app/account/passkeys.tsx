import { useCallback, useEffect, useState } from 'react'
import type { OwnAccount, Passkey } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { sentenceOf } from '../words/sentence.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { Section } from './section.tsx'
import { unlessStale } from './unless-stale.ts'

interface PasskeysProps {
  account: OwnAccount
  /** Where a new passkey is made, such as "Firefox on Linux". */
  here: string
  /** The sign-in has become too old to change them. */
  onStale: () => Promise<void>
}

export function Passkeys({ account, here, onStale }: PasskeysProps) {
  const [all, set] = useState<Passkey[] | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const read = useCallback(() => account.passkeys().then(set), [account])
  const { run, busy, problem } = useAction((act: () => Promise<void>) => unlessStale(() => act().then(read), onStale))
  useEffect(() => {
    read().catch((error) => setUnread(sentenceOf(error)))
  }, [read])

  return (
    <Section title="Passkeys">
      <Problem>{unread ?? problem}</Problem>
      {all?.length === 0 ? (
        <p className="mb-3 text-sm text-soft">
          A passkey signs you in with a finger, a face or a PIN, without the password.
        </p>
      ) : null}
      <ul className="mb-3 space-y-2 empty:hidden">
        {all?.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 flex-1 wrap-anywhere">{name || 'A passkey'}</span>
            <Button size="small" disabled={busy} onClick={() => void run(() => account.removePasskey(id))}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <PasskeyButton busy={busy} onUse={() => void run(() => account.addPasskey(here))}>
        Add a passkey
      </PasskeyButton>
    </Section>
  )
}
