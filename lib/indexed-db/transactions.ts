import type { IDBPDatabase } from 'idb'
import type { Tables, Transactions } from '../storage/tables.ts'
import { closedError, toStorageError } from './errors.ts'
import { type DeviceSchema, storeNames } from './schema.ts'
import { type Transaction, tableById, tableOf } from './table.ts'

export function transactionsOn(db: IDBPDatabase<DeviceSchema>, isClosed: () => boolean): Transactions {
  async function run<T>(mode: 'readonly' | 'readwrite', work: (tables: Tables) => Promise<T>): Promise<T> {
    if (isClosed()) throw closedError()
    let tx: Transaction | undefined
    try {
      // An acknowledgement follows every write, so none may be lost with the power.
      tx = db.transaction([...storeNames], mode, { durability: 'strict' }) as Transaction
      const result = await work(tablesOf(tx))
      tx.commit()
      await tx.done
      return result
    } catch (error) {
      throw toStorageError(tx ? await abort(tx, error) : error, isClosed())
    }
  }
  return {
    read: (work) => run('readonly', work),
    write: (work) => run('readwrite', work),
    close: () => db.close(),
  }
}

/** Each table when it is asked for: most transactions want one or two of them. */
function tablesOf(tx: Transaction): Tables {
  return {
    get meta() {
      return tableOf(tx, 'meta')
    },
    get pages() {
      return tableOf(tx, 'pages')
    },
    get changes() {
      return tableOf(tx, 'changes')
    },
    get kept() {
      return tableById(tx, 'kept')
    },
    get offers() {
      return tableOf(tx, 'offers')
    },
    get outbox() {
      return tableById(tx, 'outbox')
    },
  }
}

/** Makes sure that nothing happened, and answers why: the transaction knows better than the request that it took along. */
async function abort(tx: Transaction, error: unknown): Promise<unknown> {
  try {
    tx.abort()
  } catch {
    // It has aborted by itself.
  }
  await tx.done.catch(() => undefined)
  return tx.error ?? error
}
