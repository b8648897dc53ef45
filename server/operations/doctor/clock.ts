import { judgeClock } from '../../core/retention/judge-clock.ts'
import type { Finding } from './finding.ts'

const part = 'clock'
const BEHIND_MS = 5 * 60_000

/** @param last the time that was last believed, ms since the epoch; null: none yet. */
export function checkClock(now: number, last: number | null, retentionDays: number): Finding {
  const says = `${new Date(now).toISOString()}, last believed ${last === null ? 'never' : new Date(last).toISOString()}`
  if (last !== null && now < last - BEHIND_MS)
    return {
      state: 'warn',
      part,
      says: `${says}: it is behind`,
      todo: 'set it; messages show wrong times, nothing else',
    }
  if (retentionDays > 0 && judgeClock(now, last, retentionDays).outcome === 'ahead')
    return {
      state: 'warn',
      part,
      says: `${says}: retention holds`,
      todo: 'if it is right: npm run retention -- --release',
    }
  return { state: 'ok', part, says }
}
