import type { DatabaseSync } from 'node:sqlite'
import { migrations } from '../store/sqlite/migrations.ts'

/** @throws Error with one line when it is not a whole Roost database that this program can serve. */
export function checkDatabase(db: DatabaseSync): void {
  const damage = db
    .prepare('PRAGMA integrity_check(1)')
    .all()
    .map((row) => row.integrity_check)
  if (damage.join() !== 'ok') throw new Error(`it is damaged (${damage.join()})`)
  const schema = db.prepare('PRAGMA user_version').get()?.user_version as number
  if (schema === 0 || !hasTable(db, 'message')) throw new Error('it is no database of Roost')
  if (schema > migrations.length) {
    throw new Error(`it was written by a newer Roost (schema ${schema}, this one knows ${migrations.length})`)
  }
}

export function hasTable(db: DatabaseSync, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
}
