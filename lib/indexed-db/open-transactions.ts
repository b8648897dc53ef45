import { StorageError } from '../core/ports.ts'
import { defaultOptions } from '../core/roost-options.ts'
import type { Transactions } from '../storage/tables.ts'
import { connect, type OpenOptions } from './connect.ts'
import { type DeviceSchema, databaseName, SCHEMA_VERSION, upgrade } from './schema.ts'
import { transactionsOn } from './transactions.ts'

/**
 * The database of one device in this browser.
 * @throws StorageError `blocked`, `closed` (made by a newer version of the app), `failed` (see isDenied in errors.ts).
 */
export async function openTransactions(deviceId: string, options: OpenOptions = {}): Promise<Transactions> {
  let closed = false
  function lost(): void {
    if (closed) return
    closed = true
    options.onClosed?.()
  }
  const name = databaseName(deviceId, { ...defaultOptions, ...options })
  const db = await connect<DeviceSchema>(name, SCHEMA_VERSION, upgrade, { ...options, onClosed: lost })
  const transactions = transactionsOn(db, () => closed)

  /** A browser may close the connection and say so only in the errors of its transactions. */
  async function noticing<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (error instanceof StorageError && error.reason === 'closed' && !closed) {
        db.close()
        lost()
      }
      throw error
    }
  }

  return {
    read: (work) => noticing(transactions.read(work)),
    write: (work) => noticing(transactions.write(work)),
    close() {
      closed = true
      transactions.close()
    },
  }
}
