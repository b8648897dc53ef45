import { hourCycle, locale, perSurroundings } from './surroundings.ts'

const DAY = 86_400_000

const clock = formatter(() => ({ hour: 'numeric', minute: '2-digit', hourCycle: hourCycle() }))
const weekday = formatter(() => ({ weekday: 'long' }))
const thisYear = formatter(() => ({ weekday: 'long', day: 'numeric', month: 'long' }))
const otherYear = formatter(() => ({ day: 'numeric', month: 'long', year: 'numeric' }))
const moment = formatter(() => ({ dateStyle: 'full', timeStyle: 'medium', hourCycle: hourCycle() }))

function formatter(options: () => Intl.DateTimeFormatOptions): (ms: number) => string {
  const made = perSurroundings(() => new Intl.DateTimeFormat(locale(), options()))
  return (ms) => made().format(ms)
}

/** Local midnight at the start of the day of `ms`. */
export function dayOf(ms: number): number {
  const date = new Date(ms)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

export const formatClock = clock

/** Date and time in full. */
export const formatMoment = moment

/** "Today", "Yesterday", "Tuesday", "Tuesday 3 March" or "3 March 2024", as seen at `now`. */
export function formatDay(ms: number, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(ms)) / DAY)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return weekday(ms)
  return (new Date(ms).getFullYear() === new Date(now).getFullYear() ? thisYear : otherYear)(ms)
}

/** The end of a sentence: "just now", "4 minutes ago", "at 14:02", "yesterday", "on 3 March 2024". */
export function formatPast(ms: number, now: number): string {
  const minutes = Math.floor((now - ms) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const day = formatDay(ms, now)
  if (day === 'Today') return `at ${formatClock(ms)}`
  return day === 'Yesterday' ? 'yesterday' : `on ${day}`
}

/** The end of "as of": "10:03", "yesterday, 10:03", "Tuesday, 10:03", "3 March 2024". */
export function formatAsOf(ms: number, now: number): string {
  const day = formatDay(ms, now)
  if (day === 'Today') return formatClock(ms)
  if (day === 'Yesterday') return `yesterday, ${formatClock(ms)}`
  return now - ms < 7 * DAY ? `${day}, ${formatClock(ms)}` : day
}

/** "4:07", "0:00". */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
