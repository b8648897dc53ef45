import type { Clock } from '../ports.ts'

/** Holds back what would otherwise happen too often: answers yes at most every `ms`, the first time `ms` from now. */
export function createPace(clock: Clock, ms: number): () => boolean {
  let last = clock.now()
  return () => {
    const now = clock.now()
    // A clock that was set back must not hold it back for longer.
    if (now - last < ms && now >= last) return false
    last = now
    return true
  }
}
