import type { QuietHours } from './push-choice.ts'

/** Whether a notification has to come without a sound. */
export function isQuiet(hours: QuietHours | null, now: Date): boolean {
  if (!hours) return false
  const { from, to } = hours
  const minute = now.getHours() * 60 + now.getMinutes()
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}
