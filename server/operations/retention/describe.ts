import { judgeClock } from '../../core/retention/judge-clock.ts'
import { ROOST } from '../command-line/command.ts'

/** For the operator: how the next round of retention ends. @param last the time last believed, ms since the epoch. */
export function describe(last: number | null, days: number): string {
  const now = Date.now()
  const judged = judgeClock(now, last, days)
  if (judged.outcome === 'believed') {
    return `RETENTION_DAYS is ${days}: within the hour, messages older than ${name(judged.before)} are removed.`
  }
  return (
    `RETENTION_DAYS is ${days}, but nothing is removed: the clock says ${name(now)}, and was last believed at ` +
    `${name(last ?? now)}.\nIf the clock is right: ${ROOST} retention --release`
  )
}

function name(at: number): string {
  return new Date(at).toISOString()
}
