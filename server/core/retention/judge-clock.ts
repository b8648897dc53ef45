const DAY_MS = 24 * 60 * 60_000

/** A server that was off for longer than this asks its operator first, however long messages are kept. */
const MOST_MS = 7 * DAY_MS

export type Judged =
  /** Retention may remove messages older than `before`, and stores `believed`. All in ms since the epoch. */
  | { outcome: 'believed'; before: number; believed: number }
  /** The clock is `aheadMs` later than the time that was last trusted: too much to act on. */
  | { outcome: 'ahead'; aheadMs: number }

/**
 * Decides whether retention may act on the clock. A clock that runs ahead makes every message look old. So retention
 * trusts it only in steps: at most half the retention time, and at most a week, after the time it trusted last (`last`;
 * null: none). Even if the clock jumps, messages of the newer half stay until retention looks at the clock again.
 *
 * A clock that is behind does no harm: the trusted time stays.
 */
export function judgeClock(now: number, last: number | null, days: number): Judged {
  const aheadMs = last === null ? 0 : now - last
  if (aheadMs > mayLeapMs(days)) return { outcome: 'ahead', aheadMs }
  return { outcome: 'believed', before: now - days * DAY_MS, believed: Math.max(now, last ?? now) }
}

export function mayLeapMs(days: number): number {
  return Math.min(MOST_MS, (days * DAY_MS) / 2)
}
