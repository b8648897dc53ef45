import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { namesOf, type Row, rowFrom, type Table } from './tables.ts'

/** The rows of a SQLite table behind a key, in the order of the key. */
export function readSource(db: DatabaseSync, table: Table, after: Row | undefined, limit: number): Row[] {
  const names = namesOf(table)
  const key = names.slice(0, table.key)
  const behind = after ? `WHERE (${key}) > (${key.map(() => '?')})` : ''
  const read = db.prepare(`SELECT ${names} FROM "${table.name}" ${behind} ORDER BY ${key} LIMIT ${limit}`)
  read.setReturnArrays(true)
  const rows = read.all(...(after ?? []).map(toSqlite)) as unknown as unknown[][]
  return rows.map((values) => rowFrom('fromSqlite', table, values))
}

/** Keys are texts, numbers and bytes. */
function toSqlite(value: Row[number]): SQLInputValue {
  if (typeof value === 'string' && value.startsWith('\\x')) return Buffer.from(value.slice(2), 'hex')
  return value as SQLInputValue
}
