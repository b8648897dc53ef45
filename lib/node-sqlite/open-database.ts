import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrations.ts'

/** How long the registry waits for another process that writes to it, and a reader for one that opens the file. */
export const WAIT_MS = 5_000

/** Opens a file, makes it if need be, and brings it to the present shape. */
export function openDatabase(file: string, steps: readonly string[]): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: WAIT_MS })
  try {
    // Messages and tokens are for the owner's eyes. SQLite gives its other files the same mode.
    chmodSync(file, 0o600)
    db.exec('PRAGMA journal_mode = WAL')
    // FULL syncs every commit: the device acknowledges what it stored, and the server then counts on it.
    db.exec('PRAGMA synchronous = FULL')
    // A deleted message leaves no copy of its content in free pages.
    db.exec('PRAGMA secure_delete = ON')
    migrate(db, steps)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
