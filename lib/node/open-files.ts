import { toDeviceError } from '../client/device-error.ts'
import { openDeviceDatabase } from '../node-sqlite/device-database.ts'
import { transactionsOn } from '../node-sqlite/transactions.ts'
import { type Bookmarks, createBookmarks } from '../storage/bookmarks/bookmarks.ts'
import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'

/** The files of one device, open for this process alone. */
export interface OpenFiles {
  store: LocalStore
  bookmarks: Bookmarks
  /** Resolves when another process may open them. */
  close(): Promise<void>
}

/** @throws DeviceError `blocked` when another process has the device open. */
export function openFiles(directory: string, deviceId: string): OpenFiles {
  try {
    const database = openDeviceDatabase(directory, deviceId)
    const transactions = transactionsOn(database)
    const store = createDeviceStore(deviceId, transactions)
    return {
      store,
      bookmarks: createBookmarks(transactions),
      async close() {
        store.close()
        await database.last
        database.close()
      },
    }
  } catch (error) {
    throw toDeviceError(error)
  }
}
