import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { useFreshList } from './use-fresh-list.ts'

const say = subject('account', english)

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
    <Section title={say.passkeys}>
      <Problem>{problem}</Problem>
      <Panel>
        {all && all.length > 0 ? (
          <ul className="divide-y divide-line">
            {all.map(({ id, name }) => (
              <li key={id}>
                <Fact title={name || say.aPasskey}>
                  <Button
                    size="small"
                    aria-label={say.removeIt(name || say.aPasskey)}
                    disabled={busy}
                    onClick={() => void change(() => account.removePasskey(id))}
                  >
                    {say.remove}
                  </Button>
                </Fact>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="space-y-3 py-4">
          {all?.length === 0 ? <p className="text-sm text-soft">{say.noPasskeys}</p> : null}
          <PasskeyButton busy={busy} onUse={() => void change(() => account.addPasskey(here))}>
            {say.addPasskey}
          </PasskeyButton>
        </div>
      </Panel>
    </Section>
  )
}
