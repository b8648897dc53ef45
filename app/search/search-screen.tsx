import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Hit } from '../../lib/search/hit.ts'
import { useActions } from '../actions/actions.ts'
import { goTo } from '../actions/link/go-to.ts'
import { innermost } from '../connection/innermost.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { keyOf } from '../keys/keys.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'
import { Filters } from './filters.tsx'
import { Hints } from './hints.tsx'
import { HitList } from './hit-list.tsx'
import { Outcome } from './outcome.tsx'
import { closeSearch } from './search-open.ts'
import { useResults } from './use-results.ts'

const say = subject('search', english)

const isCatchingUp = (device: TabDevice) => innermost(device.getState().connection).state === 'catchingUp'

/** Finds anything that this device holds, with or without a network. The field keeps the focus all the time. */
export default function SearchScreen({ device }: { device: TabDevice }) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const actions = useActions()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const results = useResults(device, typed)
  const catchingUp = useDeviceState(device, () => isCatchingUp(device))
  const { hits, state } = results
  const chosen = Math.min(at, hits.length - 1)

  function type(next: string): void {
    setTyped(next)
    setAt(0)
    field.current?.focus()
  }

  useEffect(() => field.current?.focus(), [])
  // The person goes somewhere else in the navigation.
  useEffect(() => {
    const leave = () => closeSearch({ away: true })
    addEventListener('hashchange', leave)
    return () => removeEventListener('hashchange', leave)
  }, [])
  useShortcut('find', () => field.current?.select())

  function open(hit: Hit | undefined): void {
    if (!hit) return
    closeSearch({ away: true })
    void goTo(actions, hit.id, hit.version)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const key = keyOf(event)
    const inField = event.target === field.current
    if (key === 'Escape') closeSearch()
    else if (key === 'Enter' && inField) open(hits[chosen])
    else if (key === 'ArrowDown' && inField) setAt(Math.min(chosen + 1, hits.length - 1))
    else if (key === 'ArrowUp' && inField) setAt(Math.max(chosen - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <main onKeyDown={onKeyDown} className="absolute inset-0 z-20 flex flex-col bg-ground pt-[env(safe-area-inset-top)]">
      <h1 className="sr-only">{say.search}</h1>
      <search className="contents">
        <div className="border-b border-line">
          <div className="rail">
            <div className="flex items-center gap-1 pt-3 max-[52rem]:pt-1">
              <div className="relative flex min-w-0 flex-1 items-center">
                <Search className="pointer-events-none absolute start-2.5 size-4 text-faint" aria-hidden="true" />
                <input
                  ref={field}
                  type="text"
                  role="combobox"
                  aria-label={say.field}
                  aria-expanded={hits.length > 0}
                  aria-controls={`${id}list`}
                  aria-autocomplete="list"
                  aria-activedescendant={hits.length > 0 ? `${id}${chosen}` : undefined}
                  placeholder={say.search}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  enterKeyHint="search"
                  value={typed}
                  onChange={(event) => type(event.target.value)}
                  className="h-9 w-full rounded-[0.5625rem] border-2 border-accent bg-ground ps-8.5 pe-12 text-[0.9375rem] outline-none max-[52rem]:h-11 max-[52rem]:text-base"
                />
                <span aria-hidden="true" className="search-key absolute end-2 max-[52rem]:hidden">
                  Esc
                </span>
              </div>
              <IconButton
                icon={X}
                label={say.close}
                onClick={() => closeSearch()}
                className="min-[52rem]:sr-only min-[52rem]:focus:not-sr-only"
              />
            </div>
            <div className="py-2 max-[52rem]:py-1">
              <Filters device={device} typed={typed} onType={type} />
            </div>
          </div>
        </div>
        <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto overscroll-contain">
          <div className="rail py-4">
            <Outcome {...{ typed, results, catchingUp }} onType={type} />
            <HitList {...{ device, hits, chosen, id }} onOpen={open} onChoose={setAt} />
            {state === 'more' ? <More onMore={results.more} /> : null}
          </div>
        </div>
        <Hints />
      </search>
    </main>
  )
}

/** Asks for more as soon as the end of the list comes near. */
function More({ onMore }: { onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  useEffect(() => {
    const observer = new IntersectionObserver(([it]) => it?.isIntersecting && latest.current(), { rootMargin: '600px' })
    if (end.current) observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  return <div ref={end} className="h-px" />
}
