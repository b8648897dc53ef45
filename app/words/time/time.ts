import { time as english } from '../en/general/time.ts'
import { subject } from '../language/catalog.ts'
import { hourCycle, locale, perSurroundings } from './surroundings.ts'

const say = subject('time', english)

const DAY = 86_400_000

const clock = formatter(() => ({ hour: 'numeric', minute: '2-digit', hourCycle: hourCycle() }))
const weekday = formatter(() => ({ weekday: 'long' }))
const thisYear = formatter(() => ({ weekday: 'long', day: 'numeric', month: 'long' }))
const dayAndMonth = formatter(() => ({ day: 'numeric', month: 'long' }))
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

/** "3 March 2024". */
export const formatDate = otherYear

/** Date and time in full. */
export const formatMoment = moment

/** "Today", "Yesterday", "Tuesday", "Tuesday 3 March" or "3 March 2024", as seen at `now`. */
export function formatDay(ms: number, now: number): string {
  const days = daysBefore(ms, now)
  if (days === 0) return say.today
  if (days === 1) return say.yesterday
  if (days > 1 && days < 7) return weekday(ms)
  return (new Date(ms).getFullYear() === new Date(now).getFullYear() ? thisYear : otherYear)(ms)
}

const daysBefore = (ms: number, now: number): number => Math.round((dayOf(now) - dayOf(ms)) / DAY)

/** A day as its heading names it: "Today", "Yesterday" or its weekday, and its date, with the year if it is another one. */
export function dayParts(ms: number, now: number): { word: string; date: string } {
  const days = daysBefore(ms, now)
  const isSameYear = new Date(ms).getFullYear() === new Date(now).getFullYear()
  const word = days === 0 || days === 1 ? formatDay(ms, now) : weekday(ms)
  return { word, date: (isSameYear ? dayAndMonth : otherYear)(ms) }
}

/** The end of a sentence: "just now", "4 minutes ago", "at 14:02", "yesterday", "on 3 March 2024". */
export function formatPast(ms: number, now: number): string {
  const minutes = Math.floor((now - ms) / 60_000)
  if (minutes < 1) return say.justNow
  if (minutes < 60) return say.minutesAgo(minutes)
  const days = daysBefore(ms, now)
  if (days === 0) return say.at(formatClock(ms))
  return days === 1 ? say.pastYesterday : say.on(formatDay(ms, now))
}

/** The end of "as of": "10:03", "yesterday, 10:03", "Tuesday, 10:03", "3 March 2024". */
export function formatAsOf(ms: number, now: number): string {
  const days = daysBefore(ms, now)
  if (days === 0) return formatClock(ms)
  if (days === 1) return say.yesterdayAt(formatClock(ms))
  return now - ms < 7 * DAY ? say.dayAt(formatDay(ms, now), formatClock(ms)) : formatDay(ms, now)
}

/** "14:02", "yesterday at 14:02", "Tuesday at 14:02", "3 March 2024 at 14:02". */
export function formatAt(ms: number, now: number): string {
  const days = daysBefore(ms, now)
  if (days === 0) return formatClock(ms)
  return say.dayAtClock(days === 1 ? say.pastYesterday : formatDay(ms, now), formatClock(ms))
}

/** "4:07", "0:00". */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
