import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { formatCount } from './count.ts'
import { formatPast } from './time.ts'

/** "Up to date" or "312 behind": the number of versions that a device has not acknowledged. */
export function lagWords(head: number, received: number): string {
  const behind = head - received
  return behind > 0 ? `${formatCount(behind)} behind` : 'Up to date'
}

/** "Online", or the time at which the server last saw the device. */
export function presenceWords({ online, lastSeen }: Pick<DeviceInfo, 'online' | 'lastSeen'>, now: number): string {
  return online ? 'Online' : `Seen ${formatPast(lastSeen, now)}`
}
