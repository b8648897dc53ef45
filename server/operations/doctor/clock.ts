import { judgeClock } from '../../core/retention/judge-clock.ts'
import type { Finding } from './finding.ts'

const part = 'clock'
const BEHIND_MS = 5 * 60_000

/** @param last the time that retention last trusted, ms since the epoch; null: none yet. */
export function checkClock(now: number, last: number | null, retentionDays: number): Finding {
  const says = `${new Date(now).toISOString()}, last believed ${last === null ? 'never' : new Date(last).toISOString()}`
  if (last !== null && now < last - BEHIND_MS)
    return {
      state: 'warn',
      part,
      says: `${says}: it was ahead then, or is behind now`,
      todo: 'set it if it is wrong; if it is right, all is well, and retention only removes a little later',
    }
  if (retentionDays > 0 && judgeClock(now, last, retentionDays).outcome === 'ahead')
    return {
      state: 'warn',
      part,
      says: `${says}: retention holds`,
      todo: 'if it is right: npm run roost -- retention --release',
    }
  return { state: 'ok', part, says }
}
