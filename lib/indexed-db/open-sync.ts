import { createSyncStore, type SyncStore } from '../storage/sync-store.ts'
import type { OpenOptions } from './connect.ts'
import { openTransactions } from './open-transactions.ts'

/** The same storage for the service worker, which shows nothing: without what the screens read, it starts faster. */
export async function openIndexedDbSyncStore(deviceId: string, options: OpenOptions = {}): Promise<SyncStore> {
  return createSyncStore(deviceId, await openTransactions(deviceId, options))
}
