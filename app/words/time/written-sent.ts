import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { time as english } from '../en/general/time.ts'
import { subject } from '../language/catalog.ts'
import { dayOf, formatClock, formatDay } from './time.ts'

const say = subject('time', english)

const SAME_MS = 60_000

/** "written 21:44, sent 21:46", when more than a minute lies between the two; null otherwise. */
export function writtenSentWords(
  { composedAt, storedAt }: Pick<Entry, 'composedAt' | 'storedAt'>,
  now: number,
): string | null {
  if (composedAt === null || storedAt === null || Math.abs(storedAt - composedAt) <= SAME_MS) return null
  const clock = formatClock(composedAt)
  const sameDay = dayOf(composedAt) === dayOf(storedAt)
  return say.writtenSent(sameDay ? clock : say.dayAt(formatDay(composedAt, now), clock), formatClock(storedAt))
}
