import type { Pool, PoolClient, QueryResult } from 'pg'
import { RoostError } from '../../../lib/protocol/error.ts'
import { type StatementName, statements } from './statements.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows have the shape that their statement names
type Row = any

export interface Connection {
  /** Statements that are asked at once travel together and are carried out in that order, each seeing what is committed. */
  ask(name: StatementName, values: readonly unknown[]): Promise<Row[]>
}

export interface Transaction extends Connection {
  /** Sent with the commit; the transaction fails when it does, or with what `check` throws at its rows. */
  later(name: StatementName, values: readonly unknown[], check?: (rows: Row[]) => void): void
}

const BEGIN = {
  // Each statement sees what was committed before it began: what is read behind a lock is what its last holder left.
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
  // All statements see the same state.
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
}

/** One statement, prepared on first use and committed by itself. */
export function createConnection(pool: Pool): Connection {
  return { ask: async (name, values) => (await send(pool, name, values)).rows }
}

/**
 * `run` in one transaction, committed when the answer is there; what it has asked for and not waited for travels with the commit,
 * and has been answered when this resolves. A connection that may be broken is thrown away.
 */
export async function transact<T>(
  pool: Pool,
  kind: keyof typeof BEGIN,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let usable = false
  try {
    // Not awaited: it travels together with what follows.
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
    // A refusal of ours: the connection is as good as ever.
    if (error instanceof RoostError) usable = await rolledBack(client)
    throw error
  } finally {
    client.release(!usable)
  }
}

async function commit(client: PoolClient, sent: Promise<unknown>[]): Promise<void> {
  const committing = handled(client.query('COMMIT'))
  // The first failure is the cause; those behind it only say that the transaction has failed.
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

/** So that a failure which nobody waits for yet is not one that nobody handles. */
function handled<T>(it: Promise<T>): Promise<T> {
  it.catch(ignore)
  return it
}

function ignore() {}
