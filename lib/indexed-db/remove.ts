import { deleteDB } from 'idb'
import { toStorageError } from './errors.ts'
import { databaseName } from './schema.ts'

/**
 * Removes everything that this browser holds of a device. Whoever has it open is told to give way first, and does.
 * @throws StorageError
 */
export async function removeIndexedDbStore(deviceId: string): Promise<void> {
  try {
    await deleteDB(databaseName(deviceId))
  } catch (error) {
    throw toStorageError(error)
  }
}
