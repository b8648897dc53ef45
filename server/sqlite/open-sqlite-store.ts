import type { Store } from '../core/ports/store.ts'
import { openDatabase } from './database/open-database.ts'
import { createSqliteStore } from './store/sqlite-store.ts'
import { startWriter, type WriterOptions } from './writer/writer.ts'
import type { ReaderCall } from './writer/writer-messages.ts'

export interface SqliteStore extends Store {
  /** Resolves when the writer thread is up. Earlier writes wait for it. */
  canWrite: Promise<void>
}

/**
 * Opens the embedded store, and makes the file if need be. It reads in this thread and writes in a thread of its own.
 * SQLite shows a commit to other connections only after it is synced, so reads are as durable as acknowledged writes.
 *
 * @throws Error with one line for the operator.
 */
export function openSqliteStore(file: string, options: WriterOptions = {}): SqliteStore {
  const db = openDatabase(file)
  db.exec('PRAGMA query_only = ON')
  const reader = createSqliteStore(db)
  const reads: Pick<Store, ReaderCall> = reader
  const writer = startWriter(file, options)
  return {
    ...reads,
    ...writer.calls,
    canWrite: writer.opened,
    async close() {
      await writer.close()
      await reader.close()
    },
  }
}
