import type { DatabaseSync } from 'node:sqlite'

/** A burst of deletes is wiped once; whoever gets at the disk later than this finds nothing of what was deleted. */
export const WIPE_AFTER_MS = 30_000

export interface Wipe {
  /** Content was emptied or removed; the log beside the database still has it. */
  schedule(): void
  /** What is due is done now, if nobody reads the file. */
  stop(): void
}

/**
 * `secure_delete` overwrites content in the database itself. What is left is its trace in the write-ahead log, which SQLite
 * would overwrite some day: this empties the log soon. Somebody who reads the file right then (a backup) makes it wait.
 */
export function createWipe(db: DatabaseSync, afterMs = WIPE_AFTER_MS): Wipe {
  let timer: NodeJS.Timeout | undefined

  function wipe() {
    timer = undefined
    if (!db.isOpen) return
    if (!emptiesLog(db)) later()
  }

  function later() {
    timer ??= setTimeout(wipe, afterMs).unref()
  }

  return {
    schedule: later,
    stop() {
      if (timer === undefined) return
      clearTimeout(timer)
      emptiesLog(db)
    },
  }
}

function emptiesLog(db: DatabaseSync): boolean {
  try {
    return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
  } catch {
    // A full disk, or a lock: nothing is lost by coming back.
    return false
  }
}
