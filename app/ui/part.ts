import { useEffect, useSyncExternalStore } from 'react'

const AGAIN_MS = 3_000

export interface Part<T> {
  loaded: () => T | undefined
  /** Loads it, once for all that ask, and again after a while when the network or this version is gone. */
  load: () => void
  subscribe: (listener: () => void) => () => void
}

/** Code that loads when the first screen that needs it is drawn. All that wait for it are drawn again together. */
export function createPart<T>(importIt: () => Promise<T>): Part<T> {
  const listeners = new Set<() => void>()
  let value: T | undefined
  let loading = false

  async function attempt(): Promise<void> {
    try {
      value = await importIt()
      for (const listener of [...listeners]) listener()
    } catch {
      setTimeout(attempt, AGAIN_MS)
    }
  }

  return {
    loaded: () => value,
    load() {
      if (loading) return
      loading = true
      void attempt()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The part once it is there. A component that does not need it does not load it. */
export function usePart<T>(part: Part<T>, needed: boolean): T | undefined {
  const value = useSyncExternalStore(part.subscribe, part.loaded, () => undefined)
  useEffect(() => {
    if (needed) part.load()
  }, [part, needed])
  return value
}
