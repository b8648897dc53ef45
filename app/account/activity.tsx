import { useEffect, useState } from 'react'
import type { OwnAccount } from '../../lib/browser/browser.ts'
import type { Activity as Happened } from '../../lib/protocol/activity.ts'
import { useNow } from '../hooks/use-now.ts'
import { Problem } from '../ui/problem.tsx'
import { activityWords } from '../words/devices/activity-words.ts'
import { sentenceOf } from '../words/sentence.ts'
import { formatPast } from '../words/time/time.ts'
import { Section } from './section.tsx'

/** Events in the life of the account within the last months. */
export function Activity({ account }: { account: OwnAccount }) {
  const [all, set] = useState<Happened[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const now = useNow(30_000)
  useEffect(() => {
    account.activity().then(set, (error) => setProblem(sentenceOf(error)))
  }, [account])

  return (
    <Section title="Activity">
      <Problem>{problem}</Problem>
      <ul className="space-y-2 text-sm">
        {all?.map((it) => {
          const words = activityWords(it)
          return words === null ? null : (
            <li key={it.id} className="wrap-anywhere">
              {words}
              <span className="block text-xs text-faint">{formatPast(it.at, now)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
