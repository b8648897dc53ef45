import type { DatabaseSync } from 'node:sqlite'

/** Deleted content stays on the disk no longer than this. A burst of deletes is wiped once. */
export const WIPE_AFTER_MS = 30_000

export interface Wipe {
  /** Content was removed, but the write-ahead log still has it. */
  schedule(): void
  /** Wipes now if a wipe is due and no other process reads the file. */
  stop(): void
}

/**
 * `secure_delete` overwrites content in the database itself, but the write-ahead log keeps a copy until SQLite reuses
 * it. This empties the log soon. A process that reads the file then (a backup) delays it.
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
    // A full disk, or a lock: the next try will do.
    return false
  }
}
