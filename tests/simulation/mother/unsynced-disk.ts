import { copyFileSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/** How many commits an operating system may have in its memory only. */
const LOSES = 8

/**
 * A disk that keeps its word and no more: what SQLite was told to sync at each COMMIT is there after a crash. Under any
 * other setting than `synchronous = FULL` the last commits are gone, as they are when the power goes.
 */
export function createUnsyncedDisk(file: string, synced: string) {
  let lazy = false
  let commits = 0

  function sync(db: DatabaseSync): void {
    rmSync(synced, { force: true })
    db.exec(`VACUUM INTO '${synced}'`)
    commits = 0
  }

  return {
    opened(db: DatabaseSync): void {
      const row = db.prepare('PRAGMA synchronous').get() as { synchronous: number }
      lazy = row.synchronous < 2
      if (lazy) sync(db)
    },
    committed(db: DatabaseSync): void {
      if (lazy && ++commits >= LOSES) sync(db)
    },
    loseUnsynced(): void {
      if (!lazy) return
      for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
      copyFileSync(synced, file)
    },
  }
}
