import { plural } from '../../plural.ts'

export const time = {
  today: 'Today',
  yesterday: 'Yesterday',
  /** The end of a sentence such as "Seen …". */
  justNow: 'just now',
  minutesAgo: (count: number) => plural(count, { one: '# minute ago', other: '# minutes ago' }),
  at: (clock: string) => `at ${clock}`,
  pastYesterday: 'yesterday',
  on: (day: string) => `on ${day}`,
  yesterdayAt: (clock: string) => `yesterday, ${clock}`,
  dayAtClock: (day: string, clock: string) => `${day} at ${clock}`,
  dayAt: (day: string, clock: string) => `${day}, ${clock}`,
  writtenSent: (written: string, sent: string) => `written ${written}, sent ${sent}`,
}
