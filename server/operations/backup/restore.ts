import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite'
import { openDataDir } from '../../config/data-dir.ts'
import { lockDataDir } from '../../config/data-lock.ts'
import { filesIn } from '../../open-files.ts'
import { migrate } from '../../sqlite/database/migrate.ts'
import { timeName } from './backup.ts'
import { carryBelievedTime } from './carry-believed-time.ts'
import { checkDatabase } from './check.ts'
import { describeContents } from './contents.ts'
import { copyDatabase, sync } from './copy.ts'
import { endSessions } from './end-sessions.ts'
import { bringFiles, filesBeside, keepFiles } from './file-bytes.ts'
import { replaceDatabase } from './replace-database.ts'
import { type RevokedSince, revokeAgain } from './revoke-again.ts'

export interface Restored {
  contents: string
  /** The file of the database that was in use until now; null when there was none. */
  replaced: string | null
  revokedSince: RevokedSince
  /** The reason why there may be more revocations than are known; null when all are known. */
  unsure: string | null
  /** Files whose bytes are neither here nor in the backup. */
  filesMissing: number
}

type Prepared = Omit<Restored, 'replaced'>

/**
 * Puts a backup in the place of the database of a data directory. Keeps the database that was in use. Removes the devices
 * again that were removed there, and ends all sessions and pairing codes.
 * @throws Error with one line for the operator, and has changed nothing then.
 */
export function restore(dataDir: string, backup: string, now: Date): Restored {
  if (!existsSync(backup)) throw new Error(`There is no ${backup}`)
  const unlock = lockDataDir(openDataDir(dataDir))
  const file = join(dataDir, 'roost.db')
  const next = join(dataDir, 'roost.db.restoring')
  try {
    removeUnfinished(next)
    const bringBytes = (db: DatabaseSync) => bringFiles(db, filesBeside(backup), filesIn(dataDir), now)
    const prepared = prepare(backup, next, file, bringBytes)
    const keepIn = join(dataDir, `replaced-${timeName(now)}`)
    // The next start removes what the restored database does not know.
    if (existsSync(file)) keepFiles(filesIn(dataDir), filesBeside(join(keepIn, 'roost.db')))
    const replaced = replaceDatabase(file, next, keepIn)
    return { ...prepared, replaced }
  } finally {
    removeUnfinished(next)
    unlock()
  }
}

/** Devices have reacted since to hints that the backup calls outstanding: each may get one again. */
function forgetHints(db: DatabaseSync): void {
  db.exec('UPDATE subscription SET urgency = NULL, due_at = NULL, tries = 0')
}

function prepare(backup: string, next: string, present: string, bringBytes: (db: DatabaseSync) => number): Prepared {
  try {
    copyDatabase(backup, next)
    return using(next, {}, (db) => {
      checkDatabase(db)
      migrate(db)
      const compared = compare(db, present)
      endSessions(db)
      forgetHints(db)
      return { contents: describeContents(db), ...compared, filesMissing: bringBytes(db) }
    })
  } catch (error) {
    throw new Error(`${backup} cannot be restored: ${error instanceof Error ? error.message : error}`)
  } finally {
    if (existsSync(next)) sync(next)
  }
}

function compare(restored: DatabaseSync, present: string): Pick<Restored, 'revokedSince' | 'unsure'> {
  let revokedSince: RevokedSince = { again: [], unknown: [] }
  if (!existsSync(present)) return { revokedSince, unsure: 'there was no database in use' }
  try {
    // Read-only: SQLite would tidy a damaged file, and somebody may want to repair it.
    using(present, { readOnly: true }, (db) => {
      revokedSince = revokeAgain(restored, db)
      carryBelievedTime(restored, db)
      checkDatabase(db)
    })
    // Moves everything into one file, which can be kept under one name.
    using(present, {}, (db) => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    return { revokedSince, unsure: `the database that was in use could not be read as a whole (${reason})` }
  }
  return { revokedSince, unsure: null }
}

function using<T>(file: string, options: DatabaseSyncOptions, run: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file, options)
  try {
    return run(db)
  } finally {
    db.close()
  }
}

function removeUnfinished(file: string): void {
  for (const path of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
}
