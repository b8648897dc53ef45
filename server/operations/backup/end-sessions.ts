import type { DatabaseSync } from 'node:sqlite'
import { hasTable } from './check.ts'

/** What lets its holder in as it stands there. Passwords and device tokens are kept as hashes alone, and may stay. */
const keys = ['session', 'verification', 'pairing']

/** Ends every session and pairing code, and leaves no trace of them in the file. */
export function endSessions(db: DatabaseSync): void {
  // Freed pages keep what was on them: overwritten first, then cut off.
  db.exec('PRAGMA secure_delete = ON')
  for (const table of keys) if (hasTable(db, table)) db.exec(`DELETE FROM ${table}`)
  db.exec('VACUUM')
}
