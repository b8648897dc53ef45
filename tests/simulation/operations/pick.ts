import type { Random } from '../../kit/random.ts'
import type { Device } from '../device/device.ts'
import type { Tab } from '../device/tab.ts'
import type { World } from '../world.ts'

export function pickDevice(world: World, draw: Random): Device | null {
  const devices = world.devicesOf(draw.pick(world.users))
  return devices.length > 0 ? draw.pick(devices) : null
}

export function pickTab(world: World, draw: Random): { device: Device; tab: Tab } | null {
  const device = pickDevice(world, draw)
  const tabs = device?.tabs() ?? []
  return device && tabs.length > 0 ? { device, tab: draw.pick(tabs) } : null
}

export const nameOf = (device: Device) => device.credentials.deviceId
