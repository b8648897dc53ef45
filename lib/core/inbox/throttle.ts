import type { Clock } from '../ports.ts'

/** Answers `true` at most every `ms`, the first time `ms` from now. */
export function createThrottle(clock: Clock, ms: number): () => boolean {
  let last = clock.now()
  return () => {
    const now = clock.now()
    // A clock that was set back must not make the wait longer.
    if (now - last < ms && now >= last) return false
    last = now
    return true
  }
}
