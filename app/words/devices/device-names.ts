import type { DeviceState } from '../../../lib/core/device-state.ts'

/** The name of each device of the account, also of one that was removed. */
export function namesOf({ devices, former }: Pick<DeviceState, 'devices' | 'former'>) {
  const names = new Map([...former, ...devices].map((it) => [it.deviceId, it.name]))
  return (deviceId: string) => names.get(deviceId) || 'A removed device'
}
