import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import { toRefusal } from '../database/sqlite-error.ts'

/**
 * Runs reads on one consistent state, in one tick. They never wait for grouped writes, and work even when nothing can
 * be written.
 */
export function createReader(db: DatabaseSync): <T>(run: () => T) => Promise<T> {
  return async (run) => {
    if (!db.isOpen) throw new RoostError('unavailable', 'The store is closed', { retryAfterMs: 1_000 })
    try {
      db.exec('BEGIN')
      const value = run()
      db.exec('COMMIT')
      return value
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw toRefusal(error)
    }
  }
}
