import type { Pool, PoolClient, QueryResult } from 'pg'
import { RoostError } from '../../../lib/protocol/error.ts'
import { type StatementName, statements } from './statements.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows have the shape that their statement names
type Row = any

export interface Connection {
  /**
   * Sends statements that are asked in the same tick together. They run in that order, each on the state committed
   * before it.
   */
  ask(name: StatementName, values: readonly unknown[]): Promise<Row[]>
}

export interface Transaction extends Connection {
  /**
   * Sends the statement with the commit. The transaction fails when the statement fails, or with the error that `check`
   * throws.
   */
  later(name: StatementName, values: readonly unknown[], check?: (rows: Row[]) => void): void
}

const BEGIN = {
  // Each statement sees the state committed before it began, so a read after the lock sees the writes of its last
  // holder.
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
  // All statements see the same state.
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
}

/** Each statement is prepared on first use and commits by itself. */
export function createConnection(pool: Pool): Connection {
  return { ask: async (name, values) => (await send(pool, name, values)).rows }
}

/**
 * Runs `run` in one transaction and commits it. Statements that `run` does not wait for travel with the commit, and are
 * answered when this resolves. A connection that may be broken is closed.
 */
export async function transact<T>(
  pool: Pool,
  kind: keyof typeof BEGIN,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let usable = false
  try {
    // Not awaited, so that it travels with the next statement.
    const sent: Promise<unknown>[] = [handled(client.query(BEGIN[kind]))]
    const asked = (name: StatementName, values: readonly unknown[]) => {
      const rows = handled(send(client, name, values).then((it) => it.rows))
      sent.push(rows)
      return rows
    }
    const value = await run({
      ask: asked,
      later: (name, values, check = ignore) => void sent.push(handled(asked(name, values).then(check))),
    })
    await commit(client, sent)
    usable = true
    return value
  } catch (error) {
    // Our own refusal: the connection is still good.
    if (error instanceof RoostError) usable = await rolledBack(client)
    throw error
  } finally {
    client.release(!usable)
  }
}

async function commit(client: PoolClient, sent: Promise<unknown>[]): Promise<void> {
  const committing = handled(client.query('COMMIT'))
  // The first failure is the cause; later ones only say that the transaction has failed.
  for (const it of sent) await it
  const { command } = await committing
  if (command !== 'COMMIT') throw new Error(`PostgreSQL has answered a COMMIT with ${command}`)
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  )
}

function send(on: Pool | PoolClient, name: StatementName, values: readonly unknown[]): Promise<QueryResult> {
  return on.query({ name, text: statements[name], values: values as unknown[] })
}

/** Marks a rejection as handled until its promise is awaited. */
function handled<T>(it: Promise<T>): Promise<T> {
  it.catch(ignore)
  return it
}

function ignore() {}
