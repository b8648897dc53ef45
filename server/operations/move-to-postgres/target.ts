import type { Client } from 'pg'
import { kinds, namesOf, type Row, rowFrom, type Table } from './tables.ts'

/** Both sides compare keys byte for byte. */
function keyIn(table: Table): string[] {
  const kindOf = Object.values(table.columns)
  return namesOf(table)
    .slice(0, table.key)
    .map((name, n) => (kindOf[n] === 'text' ? `${name} COLLATE "C"` : name))
}

/** The rows of a PostgreSQL table after a key, in the order of the key. */
export async function readTarget(client: Client, table: Table, after: Row | undefined, limit: number): Promise<Row[]> {
  const key = keyIn(table)
  const where = after ? `WHERE (${key}) > (${key.map((_, n) => `$${n + 1}`)})` : ''
  const text = `SELECT ${namesOf(table)} FROM "${table.name}" ${where} ORDER BY ${key} LIMIT ${limit}`
  const { rows } = await client.query({ text, values: [...(after ?? [])], rowMode: 'array' })
  return rows.map((values) => rowFrom('fromPostgres', table, values))
}

/** The key of the last row so far. */
export async function lastKey(client: Client, table: Table): Promise<Row | undefined> {
  const key = keyIn(table)
  const text = `SELECT ${namesOf(table)} FROM "${table.name}" ORDER BY ${key.map((it) => `${it} DESC`)} LIMIT 1`
  const [values] = (await client.query({ text, rowMode: 'array' })).rows
  return values && rowFrom('fromPostgres', table, values).slice(0, table.key)
}

/** Writes all of them or none. */
export async function writeTarget(client: Client, table: Table, rows: readonly Row[]): Promise<void> {
  const types = Object.values(table.columns).map((kind, n) => `$${n + 1}::${kinds[kind].type}[]`)
  const columns = types.map((_, n) => rows.map((row) => row[n]))
  await client.query(`INSERT INTO "${table.name}" (${namesOf(table)}) SELECT * FROM unnest(${types})`, columns)
}
