import { toDeviceError } from '../client/device-error.ts'
import { TransportError } from '../core/ports.ts'
import type { DeviceInfo } from '../protocol/device.ts'
import { callOverHttp } from '../transport/http.ts'
import { openHeld } from './open-held.ts'
import type { StoredDevice } from './stored-devices.ts'

export interface AccountDevices {
  devices: DeviceInfo[]
  /** They are as this device last knew them: the server did not answer. */
  old: boolean
}

/** The devices of a device's account. Keeps the list, so that it is there without a network. @throws DeviceError */
export async function accountDevices(
  directory: string,
  device: StoredDevice,
  signal: AbortSignal,
): Promise<AccountDevices> {
  const held = openHeld(directory, device)
  try {
    const { devices } = await callOverHttp(device.server, 'listDevices', { token: device.token, signal })
    if (!held.shared) await held.store.saveDevices(devices, Date.now())
    return { devices, old: false }
  } catch (error) {
    if (error instanceof TransportError) return { devices: await held.store.devices(), old: true }
    throw toDeviceError(error)
  } finally {
    await held.close()
  }
}

/** The devices as this device last knew them, without asking. */
export async function knownDevices(directory: string, device: StoredDevice): Promise<DeviceInfo[]> {
  const held = openHeld(directory, device)
  try {
    return await held.store.devices()
  } finally {
    await held.close()
  }
}
