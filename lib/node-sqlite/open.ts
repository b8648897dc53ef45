import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { type DeviceDatabase, openDeviceDatabase } from './device-database.ts'
import { transactionsOn } from './transactions.ts'

/**
 * Opens the storage of one device in a directory, for this process alone. A commit waits for the disk and blocks the
 * program for that long.
 * @throws StorageError `blocked` when another process has the device open; see openDeviceDatabase.
 */
export async function openNodeSqliteStore(directory: string, deviceId: string): Promise<LocalStore> {
  const database = openDeviceDatabase(directory, deviceId)
  const store = storeOn(deviceId, database)
  return {
    ...store,
    close() {
      store.close()
      // After the transactions that were asked for before.
      void database.last.then(database.close)
    },
  }
}

/** Another handle on an open database. Closing it leaves the database open. */
export function storeOn(deviceId: string, database: DeviceDatabase): LocalStore {
  return createDeviceStore(deviceId, transactionsOn(database))
}
