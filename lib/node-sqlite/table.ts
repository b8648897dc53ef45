import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { TableById } from '../storage/tables.ts'

type Row = { value: string }

/** A table of the database. */
export function createTable<Key, Value>(
  db: DatabaseSync,
  name: string,
  keyOf: (value: Value) => Key,
  idOf?: (value: Value) => string,
): TableById<Key, Value> {
  const prepared = new Map<string, StatementSync>()
  const run = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const read = (sql: string, ...input: SQLInputValue[]): Value[] =>
    (run(sql).all(...input) as Row[]).map((row) => JSON.parse(row.value) as Value)

  /** A row value for a pair, the bare column else: the primary key's index serves both. */
  const of = (key: Key) => (Array.isArray(key) ? { columns: '(a, b)', marks: '(?, ?)' } : { columns: 'a', marks: '?' })
  const parts = (key: Key) => (Array.isArray(key) ? key : [key]) as SQLInputValue[]
  const range = (from: Key, to: Key): [string, SQLInputValue[]] => {
    const { columns, marks } = of(from)
    return [`${columns} >= ${marks} AND ${columns} <= ${marks}`, [...parts(from), ...parts(to)]]
  }
  const order = (key: Key, direction: 'ASC' | 'DESC') =>
    parts(key)
      .map((_, n) => `${'ab'[n]} ${direction}`)
      .join(', ')
  /** SQLite takes a negative limit for none. */
  const limitOf = (limit: number) => (Number.isFinite(limit) ? limit : -1)

  return {
    async get(key) {
      const [where, input] = range(key, key)
      return read(`SELECT value FROM ${name} WHERE ${where}`, ...input)[0]
    },
    async first(from, to, limit = Number.POSITIVE_INFINITY) {
      const [where, input] = range(from, to)
      const sql = `SELECT value FROM ${name} WHERE ${where} ORDER BY ${order(from, 'ASC')} LIMIT ?`
      return read(sql, ...input, limitOf(limit))
    },
    async last(from, to, limit) {
      const [where, input] = range(from, to)
      const sql = `SELECT value FROM ${name} WHERE ${where} ORDER BY ${order(from, 'DESC')} LIMIT ?`
      return read(sql, ...input, limitOf(limit)).reverse()
    },
    async keys(from, to) {
      const [where, input] = range(from, to)
      const sql = `SELECT ${parts(from)
        .map((_, n) => 'ab'[n])
        .join(', ')} FROM ${name} WHERE ${where} ORDER BY ${order(from, 'ASC')}`
      const rows = run(sql).all(...input) as { a: SQLInputValue; b?: SQLInputValue }[]
      return rows.map(({ a, b }) => (Array.isArray(from) ? [a, b] : a) as Key)
    },
    byId: async (messageId) => read(`SELECT value FROM ${name} WHERE message_id = ? LIMIT 1`, messageId)[0],
    count: async () => (run(`SELECT count(*) AS n FROM ${name}`).get() as { n: number }).n,
    put(value) {
      const key = parts(keyOf(value))
      const columns = [...key.map((_, n) => 'ab'[n]), ...(idOf ? ['message_id'] : []), 'value']
      const keys = key.map((_, n) => 'ab'[n]).join(', ')
      const changes = [...(idOf ? ['message_id'] : []), 'value'].map((it) => `${it} = excluded.${it}`).join(', ')
      // ON CONFLICT names the key alone, so a messageId that stands there twice is an error, as in IndexedDB.
      const sql = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
        ON CONFLICT (${keys}) DO UPDATE SET ${changes}`
      run(sql).run(...key, ...(idOf ? [idOf(value)] : []), JSON.stringify(value))
    },
    delete(from, to = from) {
      const [where, input] = range(from, to)
      run(`DELETE FROM ${name} WHERE ${where}`).run(...input)
    },
    clear: () => void run(`DELETE FROM ${name}`).run(),
  }
}
