import { useCallback, useEffect, useRef, useState } from 'react'
import { useAction } from '../../hooks/use-action.ts'
import { sentenceOf } from '../../words/sentence.ts'
import { unlessStale } from './unless-stale.ts'

/**
 * A list of the account that takes a fresh sign-in. `change` carries out an action and reads the list again, and calls
 * `onStale` when the sign-in has become too old.
 */
export function useFreshList<T>(load: () => Promise<T[]>, onStale: () => Promise<void>) {
  const [list, set] = useState<T[] | null>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const read = useCallback(() => load().then(set), [load])
  const { run, busy, problem } = useAction((act: () => Promise<void>) => unlessStale(() => act().then(read), onStale))
  const latest = useRef(onStale)
  latest.current = onStale
  useEffect(() => {
    unlessStale(read, latest.current).catch((error) => setUnread(sentenceOf(error)))
  }, [read])
  return { list, change: run, busy, problem: unread ?? problem }
}
