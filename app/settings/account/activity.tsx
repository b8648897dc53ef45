import { useEffect, useState } from 'react'
import type { OwnAccount } from '../../../lib/browser/browser.ts'
import { ACTIVITY_PAGE, type Activity as Happened } from '../../../lib/protocol/activity.ts'
import { useAction } from '../../hooks/use-action.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { activityWords } from '../../words/devices/activity-words.ts'
import { account as english } from '../../words/en/settings/account.ts'
import { subject } from '../../words/language/catalog.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { formatPast } from '../../words/time/time.ts'
import { Panel } from '../parts/panel.tsx'
import { Section } from '../parts/section.tsx'

const say = subject('account', english)

/** Events in the life of the account within the last months. */
export function Activity({ account }: { account: OwnAccount }) {
  const [all, set] = useState<Happened[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const now = useNow(30_000)
  const [hasMore, setHasMore] = useState(false)
  const older = useAction(async () => {
    const page = await account.activity(all?.at(-1)?.id)
    setHasMore(page.length === ACTIVITY_PAGE)
    set([...(all ?? []), ...page])
  })
  useEffect(() => {
    const show = (page: Happened[]) => {
      setHasMore(page.length === ACTIVITY_PAGE)
      set(page)
    }
    account.activity().then(show, (error) => setProblem(sentenceOf(error)))
  }, [account])

  return (
    <Section title={say.activity}>
      <Problem>{problem ?? older.problem}</Problem>
      {all?.length === 0 ? <p className="text-sm text-soft">{say.noActivity}</p> : null}
      {all && all.length > 0 ? (
        <Panel>
          <ul className="divide-y divide-line text-sm">
            {all.map((it) => {
              const said = activityWords(it)
              return said === null ? null : (
                <li key={it.id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5 wrap-anywhere">
                  <span className="min-w-0">{said}</span>
                  <span className="numeric text-xs text-faint">{formatPast(it.at, now)}</span>
                </li>
              )
            })}
          </ul>
        </Panel>
      ) : null}
      {hasMore ? (
        <Button size="small" className="mt-3" busy={older.busy} onClick={() => void older.run()}>
          {say.showOlder}
        </Button>
      ) : null}
    </Section>
  )
}
