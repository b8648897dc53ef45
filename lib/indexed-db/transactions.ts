import type { IDBPDatabase } from 'idb'
import type { Tables, Transactions } from '../storage/tables.ts'
import { closedError, toStorageError } from './errors.ts'
import { metaShape, orphanShape, sameOnDisk, storeNameOf } from './on-disk.ts'
import type { DeviceSchema } from './schema.ts'
import { type Transaction, tableById, tableOf } from './table.ts'

const storeNames = Object.values(storeNameOf)

export function transactionsOn(db: IDBPDatabase<DeviceSchema>, isClosed: () => boolean): Transactions {
  async function run<T>(mode: 'readonly' | 'readwrite', work: (tables: Tables) => Promise<T>): Promise<T> {
    if (isClosed()) throw closedError()
    let tx: Transaction | undefined
    try {
      // An acknowledgement follows every write, so none may be lost with the power.
      tx = db.transaction(storeNames, mode, { durability: 'strict' }) as Transaction
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

/** Makes each table when it is asked for, because most transactions use one or two of them. */
function tablesOf(tx: Transaction): Tables {
  return {
    get meta() {
      return tableOf(tx, storeNameOf.meta, metaShape)
    },
    get pages() {
      return tableOf(tx, storeNameOf.pages, sameOnDisk())
    },
    get changes() {
      return tableOf(tx, storeNameOf.changes, sameOnDisk())
    },
    get signatures() {
      return tableOf(tx, storeNameOf.signatures, sameOnDisk())
    },
    get orphans() {
      return tableById(tx, storeNameOf.orphans, orphanShape)
    },
    get dueOrphans() {
      return tableOf(tx, storeNameOf.dueOrphans, sameOnDisk())
    },
    get outbox() {
      return tableById(tx, storeNameOf.outbox, sameOnDisk())
    },
  }
}

/** Makes sure that nothing happened, and answers why. The transaction knows the cause better than the failed request. */
async function abort(tx: Transaction, error: unknown): Promise<unknown> {
  try {
    tx.abort()
  } catch {
    // It has aborted by itself.
  }
  await tx.done.catch(() => undefined)
  return tx.error ?? error
}
