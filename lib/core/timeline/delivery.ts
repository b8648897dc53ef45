import type { DeviceInfo } from '../../protocol/device.ts'
import { ALL } from '../../protocol/values/ids.ts'

/** How far a message of this device has come. */
export type Delivery =
  /** In the outbox: only this device has it. */
  | { state: 'waiting' }
  /** The server has stored it. No other device is known to have it yet. */
  | { state: 'server' }
  /** `has` of `of` devices have it, this one counted. */
  | { state: 'some'; has: number; of: number }
  | { state: 'all'; of: number }

/** A device that the message is for. */
export interface Holder {
  deviceId: string
  name: string
  has: boolean
}

export interface Sent {
  version: number
  /** Device ids; `to` may be ALL. */
  from: string
  to: string
}

/**
 * The devices that `message` is for (they existed then, and can read), and whether each has it, as last known. A device has the messages that it has
 * acknowledged. The sender always has its own, because its acknowledgement may still be in flight.
 */
export function holdersOf(message: Sent, devices: readonly DeviceInfo[]): Holder[] {
  return devices.filter(isFor(message)).map(({ deviceId, name, lastReceivedVersion }) => ({
    deviceId,
    name,
    has: deviceId === message.from || lastReceivedVersion >= message.version,
  }))
}

/** Null version: the server does not have it yet. */
export function deliveryOf(
  message: Omit<Sent, 'version'> & { version: number | null },
  devices: readonly DeviceInfo[],
): Delivery {
  const { version } = message
  if (version === null) return { state: 'waiting' }
  const holders = holdersOf({ ...message, version }, devices)
  const has = holders.filter((it) => it.has).length
  const others = holders.filter((it) => it.deviceId !== message.from)
  if (!others.some((it) => it.has)) return { state: 'server' }
  return has === holders.length ? { state: 'all', of: holders.length } : { state: 'some', has, of: holders.length }
}

/** A server of wire 1.0 says neither access nor joinedAtVersion. */
const isFor = (message: Sent) => (device: DeviceInfo) => {
  const { deviceId, access = 'full', joinedAtVersion = 0 } = device
  if (access === 'send' || joinedAtVersion >= message.version) return false
  return message.to === ALL || deviceId === message.to || deviceId === message.from
}
