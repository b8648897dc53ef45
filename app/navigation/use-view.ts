import { useMemo, useRef, useSyncExternalStore } from 'react'
import { type View, viewOf } from './view.ts'

/** The person's choice in the navigation. Links to `hashOf(view)` choose. The settings lie over it and change nothing. */
export function useView(): View {
  const hash = useSyncExternalStore(
    watch,
    () => location.hash,
    () => '',
  )
  const last = useRef<View>(null)
  return useMemo(() => {
    const view = viewOf(hash)
    if (view !== 'beside') last.current = view
    return last.current
  }, [hash])
}

function watch(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
