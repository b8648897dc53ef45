import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { browserWords } from '../../words/devices/browser-words.ts'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatPast } from '../../words/time/time.ts'
import { Fact } from '../parts/fact.tsx'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'
import { useFreshList } from './use-fresh-list.ts'

const say = subject('account', english)

interface SignInsProps {
  account: OwnAccount
  /** The sign-in has become too old to end others. */
  onStale: () => Promise<void>
}

/** Where the person is signed in, each with a way to end it. */
export function SignIns({ account, onStale }: SignInsProps) {
  const now = useNow(30_000)
  const { list: signIns, change, busy, problem } = useFreshList(account.signIns, onStale)
  const others = signIns?.filter((it) => !it.isOwn) ?? []

  return (
    <Section title={say.signIns}>
      <Problem>{problem}</Problem>
      {signIns ? (
        <Panel>
          <ul className="divide-y divide-line">
            {signIns.map(({ id, at, browser, isOwn }) => (
              <li key={id}>
                <Fact
                  title={browser ? browserWords(browser) : say.aProgram}
                  note={isOwn ? say.ownSignIn : say.signedIn(formatPast(at, now))}
                >
                  {isOwn ? null : (
                    <Button size="small" disabled={busy} onClick={() => void change(() => account.endSignIn(id))}>
                      {say.end}
                    </Button>
                  )}
                </Fact>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {others.length > 1 ? (
        <Button size="small" className="mt-3" busy={busy} onClick={() => void change(account.endOtherSignIns)}>
          {say.endOthers}
        </Button>
      ) : null}
    </Section>
  )
}
