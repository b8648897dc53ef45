import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { presence as presenceEnglish } from '../en/devices/presence.ts'
import { subject } from '../language/catalog.ts'
import { dayOf, formatClock, formatDay } from '../time/time.ts'

const presence = subject('presence', presenceEnglish)

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A device that is here gets each message a moment later. That is no news. */
const IN_FLIGHT = 10

type Seen = Pick<DeviceInfo, 'online' | 'lastSeen' | 'access'>

/**
 * How another device is: "Now", "Seen 5 min ago", "Asleep since Monday, lacks 118". `lacks` counts the versions that it
 * has not acknowledged. `current`: this is known now; otherwise it is past, and only what cannot change meanwhile is
 * said with a distance in time.
 */
export function presenceWords(seen: Seen, lacks: number, now: number, current: boolean): string {
  if (seen.access === 'send') return onlySends(seen, now, current)
  if (!current) return seen.online ? presence.wasHere : pastWords(seen.lastSeen, now)
  const state = seen.online ? presence.now : sinceWords(seen.lastSeen, now)
  return lacks > (seen.online ? IN_FLIGHT : 0) ? presence.lacks(state, lacks) : state
}

function sinceWords(lastSeen: number, now: number): string {
  const ago = now - lastSeen
  if (ago < MINUTE) return presence.seenJustNow
  if (ago < HOUR) return presence.seenMinutesAgo(Math.floor(ago / MINUTE))
  if (ago < DAY) return presence.seenHoursAgo(Math.floor(ago / HOUR))
  return asleepSince(lastSeen, now)
}

const pastWords = (lastSeen: number, now: number) =>
  now - lastSeen < DAY ? presence.seenAt(formatClock(lastSeen)) : asleepSince(lastSeen, now)

const asleepSince = (lastSeen: number, now: number) =>
  daysAgo(lastSeen, now) === 1 ? presence.asleepSinceYesterday : presence.asleepSince(formatDay(lastSeen, now))

function onlySends({ online, lastSeen }: Seen, now: number, current: boolean): string {
  if (online && current) return presence.onlySendsNow
  const days = daysAgo(lastSeen, now)
  if (days <= 0) return presence.onlySendsAt(formatClock(lastSeen))
  return days === 1 ? presence.onlySendsYesterday : presence.onlySendsOn(formatDay(lastSeen, now))
}

const daysAgo = (ms: number, now: number) => Math.round((dayOf(now) - dayOf(ms)) / DAY)
