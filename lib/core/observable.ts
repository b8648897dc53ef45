/** Returns unsubscribe. */
export interface Subscribe<T> {
  (listener: () => void): () => void
  /** Calls the listener only when the selected value changes, compared by Object.is. */
  <S>(selector: (state: T) => S, listener: (selected: S) => void): () => void
}

export interface Observable<T> {
  get(): T
  /** Replaces the snapshot and calls every listener, unless nothing in it changes. */
  set(change: Partial<T>): void
  subscribe: Subscribe<T>
}

/** A snapshot and its listeners, in the shape that React's useSyncExternalStore expects. */
export function createObservable<T extends object>(initial: T): Observable<T> {
  let state = initial
  const listeners = new Set<() => void>()

  function add(listener: () => void): () => void {
    // Each subscription gets a function of its own, so that a listener that subscribes twice is called twice.
    const mine = () => listener()
    listeners.add(mine)
    return () => {
      listeners.delete(mine)
    }
  }

  function subscribe<S>(first: (state: T) => S, listener?: (selected: S) => void): () => void {
    if (!listener) return add(() => void first(state))
    let selected = first(state)
    return add(() => {
      const next = first(state)
      if (Object.is(next, selected)) return
      selected = next
      listener(next)
    })
  }

  return {
    get: () => state,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(state[key], change[key]))) return
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: subscribe as Subscribe<T>,
  }
}
