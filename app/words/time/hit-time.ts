import { dayParts, formatClock } from './time.ts'

/** "Today, 18:20", "3 March, 18:20" or "3 March 2024, 18:20". */
export function formatHitTime(ms: number, now: number): string {
  const { word, date } = dayParts(ms, now)
  const isNear = dayParts(now, now).word === word || dayParts(now - 86_400_000, now).word === word
  return `${isNear ? word : date}, ${formatClock(ms)}`
}
