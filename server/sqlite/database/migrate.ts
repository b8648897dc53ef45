import type { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/**
 * Brings a database to this program's schema, whole or not at all.
 *
 * @throws Error with one line for the operator when the database is from a newer program.
 */
export function migrate(db: DatabaseSync, steps: readonly string[] = migrations): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    const { user_version: schema } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (schema > steps.length) {
      throw new Error(
        `The database was written by a newer Roost (schema ${schema}, this one knows ${steps.length}). ` +
          'Start that version, or restore a backup from before the update.',
      )
    }
    for (const step of steps.slice(schema)) db.exec(step)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
