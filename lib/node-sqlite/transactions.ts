import type { Tables, Transactions } from '../storage/tables.ts'
import type { DeviceDatabase } from './device-database.ts'
import { closedError, toStorageError } from './errors.ts'

/** Transactions of one handle. Handles on one database take turns, because they share one connection. */
export function transactionsOn(database: DeviceDatabase): Transactions {
  let closed = false

  async function run<T>(begin: string, work: (tables: Tables) => Promise<T>): Promise<T> {
    const { db, tables } = database
    try {
      db.exec(begin)
      const result = await work(tables)
      db.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite itself rolls back after some errors, such as a full disk.
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
      throw toStorageError(error)
    }
  }

  function queue<T>(begin: string, work: (tables: Tables) => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(closedError())
    const turn = database.last.then(() => run(begin, work))
    database.last = turn.catch(() => undefined)
    return turn
  }

  return {
    read: (work) => queue('BEGIN', work),
    write: (work) => queue('BEGIN IMMEDIATE', work),
    close: () => {
      closed = true
    },
  }
}
