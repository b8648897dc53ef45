import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { receivers as english } from '../../words/en/inbox/receivers.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatPast } from '../../words/time/time.ts'

const say = subject('receivers', english)

const ASLEEP_MS = 3_600_000

/** When a device gets what is sent to it now. `current`: the list of devices is true at this moment. */
export function receiverWords(
  { online, lastSeen }: Pick<DeviceInfo, 'online' | 'lastSeen'>,
  now: number,
  current: boolean,
): string {
  if (online && current) return say.now
  return now - lastSeen < ASLEEP_MS ? say.seen(formatPast(lastSeen, now)) : say.asleep
}
