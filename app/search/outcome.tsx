import { Button } from '../ui/button.tsx'
import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'
import { filterOf, withoutFilters, withValue } from './tokens.ts'
import type { Results } from './use-results.ts'

const saySearch = subject('search', english)

interface OutcomeProps {
  typed: string
  results: Results
  /** The device still receives older messages. */
  catchingUp: boolean
  onType: (typed: string) => void
}

/** Says what was found, what in the query means nothing, and what to do when nothing was found. */
export function Outcome({ typed, results, catchingUp, onType }: OutcomeProps) {
  const say = saySearch
  const { hits, state, problems, unknown } = results
  const nothing = state === 'done' && hits.length === 0
  return (
    <div className="mb-3 flex flex-col gap-1.5 text-xs text-faint">
      {problems.map(({ token, reason }) => (
        <p key={token} className="text-sm text-amber">
          {say.problems[reason](token)}
        </p>
      ))}
      {unknown.map((name) => (
        <p key={name} className="text-sm text-amber">
          {say.unknownDevice(name)}
        </p>
      ))}
      <p role="status" className={nothing ? 'text-base text-ink' : ''}>
        {nothing ? say.nothing(typed.trim()) : countWords(results)}
      </p>
      {state !== 'idle' && catchingUp ? <p>{say.catchingUp}</p> : null}
      {nothing ? <WaysOut typed={typed} onType={onType} /> : null}
      {state === 'idle' && problems.length === 0 ? <Help /> : null}
    </div>
  )
}

function countWords({ hits, state }: Results): string {
  const say = saySearch
  if (state === 'idle') return ''
  if (state === 'failed') return say.failed
  if (state === 'searching') return hits.length > 0 ? say.searchingFound(hits.length) : say.searching
  return state === 'more' ? say.newest(hits.length) : say.count(hits.length)
}

function WaysOut({ typed, onType }: Pick<OutcomeProps, 'typed' | 'onType'>) {
  const say = saySearch
  const hasDates = filterOf(typed, 'before') !== '' || filterOf(typed, 'after') !== ''
  const bare = withoutFilters(typed)
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {hasDates ? (
        <Button size="small" onClick={() => onType(withValue(withValue(typed, 'before', ''), 'after', ''))}>
          {say.searchAllDates}
        </Button>
      ) : null}
      {bare !== typed.trim() ? (
        <Button size="small" onClick={() => onType(bare)}>
          {say.clearFilters}
        </Button>
      ) : null}
    </div>
  )
}

function Help() {
  const say = saySearch
  return (
    <section className="text-sm">
      <h2 className="mb-3 text-soft">{say.helpTitle}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
        {say.help.map(([example, means]) => (
          <div key={example} className="contents">
            <dt>
              <code className="rounded-[5px] bg-sunken px-1.5 py-0.5 text-[0.8125rem] text-ink">{example}</code>
            </dt>
            <dd className="text-faint">{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
