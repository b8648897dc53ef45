import { createCache, type DeviceCache } from '../storage/device-store.ts'
import { connect, type OpenOptions } from './connect.ts'
import { type DeviceSchema, databaseName, SCHEMA_VERSION, upgrade } from './schema.ts'
import { transactionsOn } from './transactions.ts'

/**
 * The cache of one device in this browser.
 * @throws CacheError `blocked`, `closed` (made by a newer version of the app), `failed` (see isDenied in errors.ts).
 */
export async function openIndexedDbCache(deviceId: string, options: OpenOptions = {}): Promise<DeviceCache> {
  let closed = false
  const db = await connect<DeviceSchema>(databaseName(deviceId), SCHEMA_VERSION, upgrade, {
    ...options,
    onClosed() {
      closed = true
      options.onClosed?.()
    },
  })
  const transactions = transactionsOn(db, () => closed)
  return createCache(deviceId, {
    ...transactions,
    close() {
      closed = true
      transactions.close()
    },
  })
}
