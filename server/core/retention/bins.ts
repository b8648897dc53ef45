import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'

const DAY_MS = 24 * 60 * 60_000
/** How long the list of what happened in an account reaches back. */
const NOTE_DAYS = 90

export interface BinRetentionDeps {
  store: Pick<Store, 'expireBins' | 'expireNotes' | 'trustedTime'>
  /** How long deleted texts wait; 0: not at all. */
  days: number
  /** ms since the epoch. */
  now: () => number
  log: Pick<Log, 'warn'>
}

/**
 * Returns a function that empties bins and lists of activity of what has waited long enough. Call it before retention, which moves the trusted
 * time. When the clock leaps ahead, the first run believes half of the days only, so that a text of today is still there
 * while somebody sets the clock right. Never rejects.
 */
export function createBinRetention({ store, days, now, log }: BinRetentionDeps): () => Promise<void> {
  async function expire(): Promise<void> {
    const at = now()
    const trusted = (await store.trustedTime()) ?? at
    const before = days === 0 ? Number.MAX_SAFE_INTEGER : Math.min(at, trusted + (days * DAY_MS) / 2) - days * DAY_MS
    await store.expireBins(before)
    await store.expireNotes(Math.min(at, trusted + (NOTE_DAYS * DAY_MS) / 2) - NOTE_DAYS * DAY_MS)
  }
  return () => expire().catch((error) => log.warn({ err: error }, 'bins and activity could not be emptied'))
}
