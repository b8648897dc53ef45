import { deleteDB } from 'idb'
import { defaultOptions } from '../core/roost-options.ts'
import { toStorageError } from './errors.ts'
import { databaseName, filesName } from './schema.ts'

/**
 * Removes everything that this browser holds of a device. Tabs that have it open give way first.
 * @throws StorageError
 */
export async function removeIndexedDbStore(deviceId: string, options = defaultOptions): Promise<void> {
  try {
    await Promise.all([databaseName, filesName].map((nameOf) => deleteDB(nameOf(deviceId, options))))
  } catch (error) {
    throw toStorageError(error)
  }
}
