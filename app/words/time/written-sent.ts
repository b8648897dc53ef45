import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { dayOf, formatClock, formatDay } from './time.ts'

const SAME_MS = 60_000

/** "written 21:44, sent 21:46", when more than a minute lies between the two; null otherwise. */
export function writtenSentWords(
  { composedAt, storedAt }: Pick<Entry, 'composedAt' | 'storedAt'>,
  now: number,
): string | null {
  if (composedAt === null || storedAt === null || Math.abs(storedAt - composedAt) <= SAME_MS) return null
  const day = dayOf(composedAt) === dayOf(storedAt) ? '' : `${formatDay(composedAt, now)}, `
  return `written ${day}${formatClock(composedAt)}, sent ${formatClock(storedAt)}`
}
