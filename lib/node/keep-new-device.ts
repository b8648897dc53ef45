import { learnDevices } from '../client/learn-devices.ts'
import { openFiles } from './open-files.ts'
import { keepDevice, type StoredDevice } from './stored-devices.ts'

/** Stores a device that was just made. @throws DeviceError */
export async function keepNewDevice(directory: string, device: StoredDevice): Promise<void> {
  await keepDevice(directory, device)
  const files = openFiles(directory, device.deviceId)
  await learnDevices(files.store, device.server, device.token).finally(files.close)
}
