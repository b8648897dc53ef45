import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { contradiction, damageAtStart } from './damage.ts'
import { refuseForeign } from './foreign.ts'
import { migrate } from './migrate.ts'

/** Another process may hold the file for a moment at boot (the one before us, a backup). */
const BOOT_WAIT_MS = 5_000

/**
 * Waiting inside SQLite stops this whole process, and with it whoever else in this process holds the lock that is waited
 * for. So it waits there hardly at all; group-commit.ts waits with a timer.
 */
const BUSY_WAIT_MS = 20

/**
 * Opens (and makes, if need be) the database file and brings it up to the present schema.
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
      // FULL syncs the log on every commit: what is acknowledged survives a power cut.
      db.exec('PRAGMA synchronous = FULL')
      // Ten times the usual log before it is carried over into the database: pages that are written again and again are
      // carried over once. Measured: more than twice the sends on a busy disk.
      db.exec('PRAGMA wal_autocheckpoint = 10000')
      db.exec('PRAGMA cache_size = -32768')
      // What is deleted is overwritten with zeros. Measured: sends cost the same, retention goes half as fast.
      db.exec('PRAGMA secure_delete = ON')
      // Before anything is written to it.
      refuse(damageAtStart(db))
      migrate(db)
      refuse(contradiction(db))
      db.exec(`PRAGMA busy_timeout = ${BUSY_WAIT_MS}`)
      return db
    } catch (error) {
      db.close()
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
