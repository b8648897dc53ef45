import type { DeviceState } from '../../../lib/core/device-state.ts'
import { devices as english } from '../en/devices/devices.ts'
import { subject } from '../language/catalog.ts'

const say = subject('devices', english)

/** The name of each device of the account, also of one that was removed. */
export function namesOf({ devices, former }: Pick<DeviceState, 'devices' | 'former'>) {
  const names = new Map([...former, ...devices].map((it) => [it.deviceId, it.name]))
  return (deviceId: string) => names.get(deviceId) || say.removedDevice
}
