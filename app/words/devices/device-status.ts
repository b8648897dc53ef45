import type { AsOf } from '../../../lib/core/device-list.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { presence as english } from '../en/devices/presence.ts'
import { subject } from '../language/catalog.ts'
import { formatAsOf, formatPast } from '../time/time.ts'

const say = subject('presence', english)

/**
 * "Up to date" or "312 behind": the number of versions that a device has not acknowledged. Without a connection that is
 * past, like everything about other devices.
 */
export function lagWords(head: number, received: number, current: boolean): string {
  const behind = head - received
  if (behind > 0) return current ? say.behind(behind) : say.wasBehind(behind)
  return current ? say.upToDate : say.wasUpToDate
}

/** "Online", or the time at which the server last saw the device. */
export function presenceWords(
  { online, lastSeen }: Pick<DeviceInfo, 'online' | 'lastSeen'>,
  now: number,
  current: boolean,
): string {
  if (!online) return say.seen(formatPast(lastSeen, now))
  return current ? say.online : say.wasOnline
}

/** When the list of devices was true: "as of 10:03"; empty while it is true. */
export function asOfWords(asOf: AsOf, now: number): string {
  if (asOf.state !== 'past') return ''
  return asOf.at === null ? say.asLastKnown : say.asOf(formatAsOf(asOf.at, now))
}
