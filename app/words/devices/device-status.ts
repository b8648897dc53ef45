import type { AsOf } from '../../../lib/core/device-list.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { formatCount } from '../count.ts'
import { formatAsOf, formatPast } from '../time/time.ts'

/**
 * "Up to date" or "312 behind": the number of versions that a device has not acknowledged. Without a connection that is
 * past, like everything about other devices.
 */
export function lagWords(head: number, received: number, current: boolean): string {
  const behind = head - received
  if (behind > 0) return current ? `${formatCount(behind)} behind` : `was ${formatCount(behind)} behind`
  return current ? 'Up to date' : 'was up to date'
}

/** "Online", or the time at which the server last saw the device. */
export function presenceWords(
  { online, lastSeen }: Pick<DeviceInfo, 'online' | 'lastSeen'>,
  now: number,
  current: boolean,
): string {
  if (!online) return `Seen ${formatPast(lastSeen, now)}`
  return current ? 'Online' : 'Was online'
}

/** When the list of devices was true: "as of 10:03"; empty while it is true. */
export function asOfWords(asOf: AsOf, now: number): string {
  if (asOf.state !== 'past') return ''
  return asOf.at === null ? 'as last known' : `as of ${formatAsOf(asOf.at, now)}`
}
