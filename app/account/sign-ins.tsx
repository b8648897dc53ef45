import { useCallback, useEffect, useState } from 'react'
import type { OwnAccount, SignIn } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { useNow } from '../hooks/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { sentenceOf } from '../words/sentence.ts'
import { formatPast } from '../words/time/time.ts'
import { Section } from './section.tsx'
import { unlessStale } from './unless-stale.ts'

interface SignInsProps {
  account: OwnAccount
  /** The sign-in has become too old to end others. */
  onStale: () => Promise<void>
}

/** Where the person is signed in, each with a way to end it. */
export function SignIns({ account, onStale }: SignInsProps) {
  const [signIns, set] = useState<SignIn[] | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const now = useNow(30_000)
  const read = useCallback(() => account.signIns().then(set), [account])
  const { run, busy, problem } = useAction((end: () => Promise<void>) => unlessStale(() => end().then(read), onStale))
  useEffect(() => {
    read().catch((error) => setUnread(sentenceOf(error)))
  }, [read])
  const others = signIns?.filter((it) => !it.isOwn) ?? []

  return (
    <Section title="Sign-ins">
      <Problem>{unread ?? problem}</Problem>
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
              <Button size="small" disabled={busy} onClick={() => void run(() => account.endSignIn(id))}>
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <Button size="small" className="mt-3" busy={busy} onClick={() => void run(account.endOtherSignIns)}>
          End all others
        </Button>
      ) : null}
    </Section>
  )
}
