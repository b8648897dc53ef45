import { useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Searcher, TypedSearch } from '../../lib/browser/search/searcher.ts'
import type { Hit } from '../../lib/search/hit.ts'
import type { SearchState } from '../../lib/search/runner.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'

export interface Results {
  hits: readonly Hit[]
  state: SearchState | 'idle'
  problems: TypedSearch['problems']
  unknown: readonly string[]
  more: () => void
}

const nothing: Omit<Results, 'more'> = { hits: [], state: 'idle', problems: [], unknown: [] }

/** While messages stream in, the search runs again no more often than this. */
const CALM_MS = 700

/** Searches while the person types, and again when the device has received or composed something. */
export function useResults(device: TabDevice, typed: string): Results {
  const searcher = useSearcher(device)
  const changes = useChanges(device)
  const [results, setResults] = useState(nothing)
  const current = useRef<TypedSearch | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the inbox changes what is found
  useEffect(() => {
    if (!searcher) return
    let fresh = true
    const search = searcher.find(typed, (found, state) => {
      const isFirst = fresh
      // The hits before stay until there are others, so that nothing flickers while a person types.
      if (found.length > 0 || state !== 'searching') fresh = false
      else return
      setResults((before) => ({
        ...before,
        hits: isFirst ? found : found.length > 0 ? [...before.hits, ...found] : before.hits,
        state,
      }))
    })
    current.current = search
    const { problems, unknown, isEmpty } = search
    setResults((before) => (isEmpty ? { ...nothing, problems } : { ...before, state: 'searching', problems, unknown }))
    return () => search.stop()
  }, [searcher, typed, changes])

  return { ...results, more: () => current.current?.more() }
}

function useSearcher(device: TabDevice): Searcher | null {
  const [searcher, setSearcher] = useState<Searcher | null>(null)
  useEffect(() => {
    let gone = false
    const opening = device.searcher()
    void opening.then((it) => gone || setSearcher(it))
    return () => {
      gone = true
      void opening.then((it) => it.close())
    }
  }, [device])
  return searcher
}

/** Counts the changes of the inbox and the outbox, a moment after each. */
function useChanges(device: TabDevice): number {
  const { cursor, outbox } = useDeviceState(device, (it) => ({ cursor: it.cursor, outbox: it.outbox }))
  const [changes, setChanges] = useState(0)
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of these counts
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => setChanges((count) => count + 1), CALM_MS)
    return () => clearTimeout(timer)
  }, [cursor, outbox])
  return changes
}
