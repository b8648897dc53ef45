import type { OwnAccount } from '../../lib/browser/browser.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { Section } from './section.tsx'
import { useFreshList } from './use-fresh-list.ts'

interface PasskeysProps {
  account: OwnAccount
  /** Where a new passkey is made, such as "Firefox on Linux". */
  here: string
  /** The sign-in has become too old to change them. */
  onStale: () => Promise<void>
}

export function Passkeys({ account, here, onStale }: PasskeysProps) {
  const { list: all, change, busy, problem } = useFreshList(account.passkeys, onStale)

  return (
    <Section title="Passkeys">
      <Problem>{problem}</Problem>
      {all?.length === 0 ? (
        <p className="mb-3 text-sm text-soft">
          A passkey signs you in with a finger, a face or a PIN, without the password.
        </p>
      ) : null}
      <ul className="mb-3 space-y-2 empty:hidden">
        {all?.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 flex-1 wrap-anywhere">{name || 'A passkey'}</span>
            <Button size="small" disabled={busy} onClick={() => void change(() => account.removePasskey(id))}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <PasskeyButton busy={busy} onUse={() => void change(() => account.addPasskey(here))}>
        Add a passkey
      </PasskeyButton>
    </Section>
  )
}
