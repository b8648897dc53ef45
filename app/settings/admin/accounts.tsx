import { useRef, useState } from 'react'
import type { Account } from '../../../lib/protocol/admin.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { formatSize } from '../../words/bytes.ts'
import { admin as english } from '../../words/en/settings/admin.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatPast } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Question } from '../parts/question.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('admin', english)

interface AccountsProps {
  accounts: readonly Account[]
  busy: boolean
  problem: string | null
  /** Resolves to whether it is gone. */
  onRemove: (accountId: string) => Promise<boolean>
}

export function Accounts({ accounts, busy, problem, onRemove }: AccountsProps) {
  const now = useNow(30_000)
  const [asked, ask] = useState<Account | null>(null)
  const opener = useRef<HTMLElement | null>(null)

  return (
    <Section title={say.accounts} lead={say.accountsLead}>
      <Panel>
        <ul data-focus-home className="divide-y divide-line">
          {accounts.map((it) => (
            <li key={it.accountId}>
              <Fact
                title={
                  <>
                    <bdi>{it.email}</bdi>
                    {it.own ? <span className="ms-2 font-normal text-faint">{say.you}</span> : null}
                  </>
                }
                note={
                  <>
                    {say.holds(it.devices, it.messages, formatSize(it.bytes))}
                    <br />
                    {it.lastSeen === undefined ? say.neverSeen : say.lastSeen(formatPast(it.lastSeen, now))}
                  </>
                }
              >
                {it.own ? null : (
                  <Button
                    size="small"
                    aria-label={say.removeIt(it.email)}
                    aria-haspopup="dialog"
                    onClick={(event) => {
                      opener.current = event.currentTarget
                      ask(it)
                    }}
                  >
                    {say.remove}
                  </Button>
                )}
              </Fact>
            </li>
          ))}
        </ul>
      </Panel>
      {asked ? (
        <Question
          title={say.removeTitle(asked.email)}
          facts={say.removeFacts}
          no={say.keep}
          yes={say.removeForGood}
          danger
          busy={busy}
          problem={problem}
          returnTo={opener}
          onYes={() => void onRemove(asked.accountId).then((gone) => gone && ask(null))}
          onNo={() => ask(null)}
        />
      ) : null}
    </Section>
  )
}
