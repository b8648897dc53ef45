import type { DeviceInfo, FormerDevice } from '../protocol/device.ts'

/** A device keeps this of the list of its user's devices. */
export interface DeviceList {
  devices: DeviceInfo[]
  /** Removed devices, whose messages keep the name. */
  former: FormerDevice[]
  /** The list was last known to be true then, in ms since the epoch by this device's clock; null when unknown. */
  listedAt: number | null
  /** 0 to 7 for each device of the list. */
  colours: Colours
}

export type Colours = Readonly<Record<string, number>>

/** When the list of devices, with who is online and who has what, is or was true. */
export type AsOf =
  /** The server has not listed the devices yet. */
  | { state: 'unknown' }
  | { state: 'now' }
  /** By this device's clock; null when an older version of the app stored the list. */
  | { state: 'past'; at: number | null }

export const COLOURS = 8

/**
 * Each device keeps its colour for as long as it exists. A new one takes the first that is free, the older device first;
 * when all are taken, the one that the fewest have.
 */
export function chooseColours(before: Colours, devices: readonly DeviceInfo[]): Colours {
  const used = Array.from({ length: COLOURS }, () => 0)
  const chosen: Record<string, number> = {}
  const take = (deviceId: string, colour: number) => {
    chosen[deviceId] = colour
    used[colour] = (used[colour] ?? 0) + 1
  }
  for (const { deviceId } of devices) {
    const colour = before[deviceId]
    if (colour !== undefined) take(deviceId, colour)
  }
  const byAge = devices.toSorted((a, b) => a.createdAt - b.createdAt || (a.deviceId < b.deviceId ? -1 : 1))
  for (const { deviceId } of byAge) {
    if (chosen[deviceId] === undefined) take(deviceId, used.indexOf(Math.min(...used)))
  }
  return chosen
}
