import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'
import type { OpenOptions } from './connect.ts'
import { openTransactions } from './open-transactions.ts'

/**
 * The storage of one device in this browser.
 * @throws StorageError `blocked`, `closed` (made by a newer version of the app), `failed` (see isDenied in errors.ts).
 */
export async function openIndexedDbStore(deviceId: string, options: OpenOptions = {}): Promise<LocalStore> {
  return createDeviceStore(deviceId, await openTransactions(deviceId, options))
}
