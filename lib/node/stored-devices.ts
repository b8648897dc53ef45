import { toDeviceError } from '../client/device-error.ts'
import { openNodeSqliteRegistry } from '../node-sqlite/registry.ts'
import { removeNodeSqliteStore } from '../node-sqlite/remove.ts'
import type { Registry, RegistryEntry } from '../storage/device-registry.ts'

/** A device of a directory, with the server that it belongs to. */
export type StoredDevice = RegistryEntry & { server: string }

/** Opens the registry of a directory for one piece of work. @throws DeviceError */
async function withRegistry<T>(directory: string, work: (registry: Registry) => Promise<T>): Promise<T> {
  let registry: Registry | undefined
  try {
    registry = openNodeSqliteRegistry(directory)
    return await work(registry)
  } catch (error) {
    throw toDeviceError(error)
  } finally {
    registry?.close()
  }
}

/** The devices of a directory, last used first. @throws DeviceError */
export async function storedDevices(directory: string): Promise<StoredDevice[]> {
  const entries = await withRegistry(directory, (it) => it.list())
  return entries.filter((it): it is StoredDevice => it.server !== undefined)
}

export const keepDevice = (directory: string, device: StoredDevice) => withRegistry(directory, (it) => it.add(device))

export const touchDevice = (directory: string, deviceId: string) =>
  withRegistry(directory, (it) => it.touch(deviceId, Date.now()))

/** Removes the device's data from the directory. The server may still know it. @throws DeviceError `blocked`. */
export async function forgetDevice(directory: string, deviceId: string): Promise<void> {
  try {
    removeNodeSqliteStore(directory, deviceId)
  } catch (error) {
    throw toDeviceError(error)
  }
  await withRegistry(directory, (it) => it.remove(deviceId))
}
