import pg, { type Client } from 'pg'
import { migrations } from './migrations.ts'

/** Held by the program that changes the schema of this database. Any number that no other program uses. */
const MIGRATION_LOCK = 7_306_001
const CONNECT_MS = 5_000

/**
 * Runs with the lock held, on a connection without time limits. Nodes that start at once take turns. The lock ends with
 * the connection.
 */
export async function whileMigrating<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await run(client)
  } finally {
    await client.end()
  }
}

/**
 * Brings a database to this program's schema, each step whole or not at all. Runs inside whileMigrating.
 * @throws Error with one line for the operator when the database is from a newer program.
 */
export async function migrate(client: Client, steps: readonly string[] = migrations): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('CREATE TABLE IF NOT EXISTS roost_schema (version integer NOT NULL)')
    const { rows } = await client.query('SELECT version FROM roost_schema')
    const schema: number = rows[0]?.version ?? 0
    if (schema > steps.length) {
      throw new Error(
        `The database was written by a newer Roost (schema ${schema}, this one knows ${steps.length}). ` +
          'Start that version, or restore a backup from before the update.',
      )
    }
    for (const step of steps.slice(schema)) await client.query(step)
    await client.query('DELETE FROM roost_schema')
    await client.query('INSERT INTO roost_schema (version) VALUES ($1)', [steps.length])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}
