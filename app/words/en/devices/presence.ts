import { plural } from '../../plural.ts'

/** How a device is, in a few words below its name. */
export const presence = {
  now: 'Now',
  wasHere: 'Was here',
  seenJustNow: 'Seen just now',
  seenMinutesAgo: (minutes: number) => plural(minutes, { one: 'Seen # min ago', other: 'Seen # min ago' }),
  seenHoursAgo: (hours: number) => plural(hours, { one: 'Seen # h ago', other: 'Seen # h ago' }),
  seenAt: (time: string) => `Seen at ${time}`,
  asleepSince: (day: string) => `Asleep since ${day}`,
  asleepSinceYesterday: 'Asleep since yesterday',
  onlySendsNow: 'Only sends, now here',
  onlySendsAt: (time: string) => `Only sends, last at ${time}`,
  onlySendsOn: (day: string) => `Only sends, last on ${day}`,
  onlySendsYesterday: 'Only sends, last yesterday',
  lacks: (state: string, count: number) => `${state}, ${plural(count, { one: 'lacks #', other: 'lacks #' })}`,

  /** The number of messages that a device has not acknowledged. */
  behind: (count: number) => plural(count, { one: '# behind', other: '# behind' }),
  wasBehind: (count: number) => plural(count, { one: 'was # behind', other: 'was # behind' }),
  upToDate: 'Up to date',
  wasUpToDate: 'was up to date',
  online: 'Online',
  wasOnline: 'Was online',
  seen: (past: string) => `Seen ${past}`,
  /** When a list of devices was true. */
  asLastKnown: 'as last known',
  asOf: (time: string) => `as of ${time}`,
}
