export interface Store<T> {
  get(): T
  /** Replaces the snapshot and tells every listener, unless nothing in it changes. */
  set(change: Partial<T>): void
  /** Returns unsubscribe. */
  subscribe(listener: () => void): () => void
}

/** A snapshot and who watches it: the shape of React's useSyncExternalStore. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(state[key], change[key]))) return
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
