import type { DatabaseSync } from 'node:sqlite'
import { damageAnywhere } from '../../sqlite/database/damage.ts'
import { migrations } from '../../sqlite/database/migrations.ts'

/** @throws Error with one line when this is no whole Roost database, or one from a newer program. */
export function checkDatabase(db: DatabaseSync): void {
  const damage = damageAnywhere(db)
  if (damage !== null) throw new Error(`it is damaged (${damage})`)
  const schema = db.prepare('PRAGMA user_version').get()?.user_version as number
  if (schema === 0 || !hasTable(db, 'message')) throw new Error('it is no database of Roost')
  if (schema > migrations.length) {
    throw new Error(`it was written by a newer Roost (schema ${schema}, this one knows ${migrations.length})`)
  }
}

export function hasTable(db: DatabaseSync, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
}
