import type { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

const ours = ['device', 'log', 'message']
const NOT_A_DATABASE = 26

const REFUSAL = 'not a database of Roost. Move it away, or set another DATA_DIR'

/** Looks before anything is written, so that a file of another program stays as it is. @throws Error with one line. */
export function refuseForeign(db: DatabaseSync): void {
  if (isForeign(db)) throw new Error(REFUSAL)
}

/** A file that is no database at all, or the database of another program. A new, empty one is ours to be. */
export function isForeign(db: DatabaseSync): boolean {
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    const schema = Number(db.prepare('PRAGMA user_version').get()?.user_version)
    const known = ours.filter((name) => tables.some((it) => it.name === name)).length
    if (tables.length === 0) return false
    // A newer Roost may have renamed some of them.
    return schema === 0 || known < (schema > migrations.length ? 1 : ours.length)
  } catch (error) {
    if ((error as { errcode?: number }).errcode === NOT_A_DATABASE) return true
    throw error
  }
}
