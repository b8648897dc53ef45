import type { OwnAccount } from '../../lib/browser/browser.ts'
import { useNow } from '../hooks/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { formatPast } from '../words/time/time.ts'
import { Section } from './section.tsx'
import { useFreshList } from './use-fresh-list.ts'

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
    <Section title="Sign-ins">
      <Problem>{problem}</Problem>
      <ul className="space-y-2">
        {signIns?.map(({ id, at, browser, isOwn }) => (
          <li key={id} className="flex items-center justify-between gap-3 text-sm">
            <span className="min-w-0 flex-1">
              {browser || 'A program'}
              <span className="block text-xs text-faint">
                {isOwn ? 'This one, it ends when you close this' : `Signed in ${formatPast(at, now)}`}
              </span>
            </span>
            {isOwn ? null : (
              <Button size="small" disabled={busy} onClick={() => void change(() => account.endSignIn(id))}>
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <Button size="small" className="mt-3" busy={busy} onClick={() => void change(account.endOtherSignIns)}>
          End all others
        </Button>
      ) : null}
    </Section>
  )
}
