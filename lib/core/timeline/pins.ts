import type { Entry } from './entry.ts'
import { type Pending, withPending } from './pending.ts'

/** No strip shows more, and the pinned view reads on by itself. */
export const MOST_PINS = 50

/**
 * The stored pins with the marks that still wait in the outbox. Among `loaded`, which have these marks already, are posts
 * that the person has just pinned.
 */
export function pinsWith(pending: Pending, stored: readonly Entry[], loaded: readonly Entry[]): readonly Entry[] {
  const known = new Set(stored.map((it) => it.id))
  const fresh = [...pending.keys()].flatMap((id) => (known.has(id) ? [] : loaded.filter((it) => it.id === id)))
  return [...fresh.reverse(), ...stored.map((it) => withPending(it, pending))].filter((it) => it.pinned && !it.deleted)
}
