import type { DeviceInfo } from '../../protocol/device.ts'
import { ALL } from '../../protocol/values/ids.ts'

/** How far a message is on its way to one device. */
export type Reach =
  | 'has'
  /** In the outbox: only its sender has it. */
  | 'waits'
  /** The device lacks it, and is not connected as far as is known. */
  | 'away'
  /** The device lacks it and is connected: the percentage that it has of everything up to this message. */
  | number

/** A message, and where it comes from. */
interface Origin {
  /** Device ids; `to` may be ALL. */
  from: string
  to: string
}

/** A device that the message is for. */
export interface Holder {
  deviceId: string
  name: string
  has: boolean
}

export interface Sent extends Origin {
  version: number
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

/**
 * How far `message` is on its way to each of the other devices that it is for, by device. Null version: the server does
 * not have it yet. `current`: the list of devices is true now.
 */
export function reachOf(
  message: Origin & { version: number | null },
  devices: readonly DeviceInfo[],
  current: boolean,
): Record<string, Reach> {
  const { version } = message
  const others = devices.filter((it) => it.deviceId !== message.from)
  const receivers = others.filter(isFor({ ...message, version: version ?? Number.POSITIVE_INFINITY }))
  return Object.fromEntries(
    receivers.map((it) => [it.deviceId, version === null ? 'waits' : reach(it, version, current)]),
  )
}

function reach(
  { lastReceivedVersion, joinedAtVersion = 0, online }: DeviceInfo,
  version: number,
  current: boolean,
): Reach {
  if (lastReceivedVersion >= version) return 'has'
  if (!online || !current) return 'away'
  return Math.floor((Math.max(0, lastReceivedVersion - joinedAtVersion) / (version - joinedAtVersion)) * 100)
}

/** A server of wire 1.0 says neither access nor joinedAtVersion. */
const isFor = (message: Sent) => (device: DeviceInfo) => {
  const { deviceId, access = 'full', joinedAtVersion = 0 } = device
  if (access === 'send' || joinedAtVersion >= message.version) return false
  return message.to === ALL || deviceId === message.to || deviceId === message.from
}
