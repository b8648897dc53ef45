import { defaultOptions } from '../core/roost-options.ts'
import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { connect, type OpenOptions } from './connect.ts'
import { type DeviceSchema, databaseName, SCHEMA_VERSION, upgrade } from './schema.ts'
import { transactionsOn } from './transactions.ts'

/**
 * The storage of one device in this browser.
 * @throws StorageError `blocked`, `closed` (made by a newer version of the app), `failed` (see isDenied in errors.ts).
 */
export async function openIndexedDbStore(deviceId: string, options: OpenOptions = {}): Promise<LocalStore> {
  let closed = false
  const db = await connect<DeviceSchema>(
    databaseName(deviceId, { ...defaultOptions, ...options }),
    SCHEMA_VERSION,
    upgrade,
    {
      ...options,
      onClosed() {
        closed = true
        options.onClosed?.()
      },
    },
  )
  const transactions = transactionsOn(db, () => closed)
  return createDeviceStore(deviceId, {
    ...transactions,
    close() {
      closed = true
      transactions.close()
    },
  })
}
