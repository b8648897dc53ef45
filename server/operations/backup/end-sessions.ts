import type { DatabaseSync } from 'node:sqlite'
import { hasTable } from './check.ts'

/** Their rows let a reader in. Passwords and device tokens are kept as hashes alone, and may stay. */
const keys = ['session', 'verification', 'pairing']

/** Ends every session and pairing code, and leaves no trace of them in the file. */
export function endSessions(db: DatabaseSync): void {
  // Freed pages keep their content: SQLite overwrites them first, then VACUUM cuts them off.
  db.exec('PRAGMA secure_delete = ON')
  for (const table of keys) if (hasTable(db, table)) db.exec(`DELETE FROM ${table}`)
  db.exec('VACUUM')
}
