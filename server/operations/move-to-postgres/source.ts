import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { readByLog } from './log-batches.ts'
import { namesOf, type Row, rowFrom, type Table } from './tables.ts'

/** The rows of a SQLite table after a key, in the order of the key. */
export function readSource(db: DatabaseSync, table: Table, after: Row | undefined, limit: number): Row[] {
  const key = after?.map(toSqlite)
  const rows = table.byLog ? readByLog(db, table.byLog, key, limit) : readRows(db, table, key, limit)
  return rows.map((values) => rowFrom('fromSqlite', table, values))
}

function readRows(db: DatabaseSync, table: Table, after: SQLInputValue[] = [], limit: number): unknown[][] {
  const names = namesOf(table)
  const key = names.slice(0, table.key)
  const where = after.length > 0 ? `WHERE (${key}) > (${key.map(() => '?')})` : ''
  const read = db.prepare(`SELECT ${names} FROM "${table.name}" ${where} ORDER BY ${key} LIMIT ${limit}`)
  read.setReturnArrays(true)
  return read.all(...after) as unknown as unknown[][]
}

/** Keys are texts, numbers and bytes. */
function toSqlite(value: Row[number]): SQLInputValue {
  if (typeof value === 'string' && value.startsWith('\\x')) return Buffer.from(value.slice(2), 'hex')
  return value as SQLInputValue
}
