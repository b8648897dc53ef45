import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { contradiction, damageAtStart } from './damage.ts'
import { refuseForeign } from './foreign.ts'
import { migrate } from './migrate.ts'
import { isCorrupt } from './sqlite-error.ts'

/** Another process (the one before us, a backup) may hold the file for a moment at boot. */
const BOOT_WAIT_MS = 5_000

/**
 * Waiting inside SQLite blocks this whole process, including the code that holds the lock. So SQLite waits only
 * briefly, and group-commit.ts waits with a timer.
 */
const BUSY_WAIT_MS = 20

/**
 * Opens the database file, makes it if need be, and brings it to the present schema.
 *
 * @throws Error with one line for the operator.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const db = new DatabaseSync(file, { timeout: BOOT_WAIT_MS })
    try {
      refuseForeign(db)
      db.exec('PRAGMA journal_mode = WAL')
      // FULL syncs the log on every commit, so that acknowledged messages survive a power cut.
      db.exec('PRAGMA synchronous = FULL')
      // Ten times SQLite's default, so that a page that changes often is copied into the database once. Measured: more
      // than twice the sends on a busy disk.
      db.exec('PRAGMA wal_autocheckpoint = 10000')
      db.exec('PRAGMA cache_size = -32768')
      // Overwrites deleted content with zeros. Measured: sends cost the same, retention is half as fast.
      db.exec('PRAGMA secure_delete = ON')
      // Before the first write.
      refuse(damageAtStart(db))
      migrate(db)
      refuse(contradiction(db))
      db.exec(`PRAGMA busy_timeout = ${BUSY_WAIT_MS}`)
      return db
    } catch (error) {
      db.close()
      if (isCorrupt(error)) refuse((error as Error).message)
      throw error
    }
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

function refuse(damage: string | null): void {
  if (damage === null) return
  throw new Error(`the database is damaged (${damage}). Put a backup in its place with npm run roost -- restore FILE`)
}
