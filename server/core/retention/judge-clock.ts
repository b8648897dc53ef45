const DAY_MS = 24 * 60 * 60_000

/** However much is kept, a server that was off for longer than this asks first. */
const MOST_MS = 7 * DAY_MS

export type Judged =
  /** What is older than `before` may go. `believed` is the time to remember. All ms since the epoch. */
  | { outcome: 'believed'; before: number; believed: number }
  /** The clock is `aheadMs` further than the time that was last believed, and that is too much to act upon. */
  | { outcome: 'ahead'; aheadMs: number }

/**
 * Whether retention may act on what the clock says. A clock that is wrong and ahead makes every message look old; so it is
 * believed only in steps: from the time that was last believed (`last`; null: none) by at most half the time that messages
 * are kept, and a week. Whatever the clock does, messages of the newer half stay until it has been asked again.
 *
 * A clock that is behind does no harm, and what was believed before stays believed.
 */
export function judgeClock(now: number, last: number | null, days: number): Judged {
  const aheadMs = last === null ? 0 : now - last
  if (aheadMs > mayLeapMs(days)) return { outcome: 'ahead', aheadMs }
  return { outcome: 'believed', before: now - days * DAY_MS, believed: Math.max(now, last ?? now) }
}

export function mayLeapMs(days: number): number {
  return Math.min(MOST_MS, (days * DAY_MS) / 2)
}
