import type { Store } from '../core/ports/store.ts'
import { openPool } from './connection/pool.ts'
import { migrate, whileMigrating } from './database/migrate.ts'
import { refuseUnfinishedMove } from './database/unfinished-move.ts'
import { createPostgresStore, type PostgresStoreOptions } from './store/postgres-store.ts'

/** For one node. With more connections the database itself would be the queue. */
const CONNECTIONS = 16

/**
 * Opens the store in this database, and makes or updates its schema. `replaced` as in openPool.
 * @throws Error with one line for the operator.
 */
export async function openPostgresStore(
  url: string,
  { replaced, ...options }: PostgresStoreOptions & { replaced?: (() => void) | undefined } = {},
): Promise<Store> {
  const pool = openPool(url, CONNECTIONS, replaced)
  try {
    // Checks the server before anything is changed.
    await pool.query('SELECT 1')
    await whileMigrating(url, async (client) => {
      await refuseUnfinishedMove(client)
      await migrate(client)
    })
  } catch (error) {
    await pool.end()
    throw new Error(`DATABASE_URL: ${inOneLine(error)}`, { cause: error })
  }
  return createPostgresStore(pool, options)
}

/** When two addresses refuse, Node throws a list without a message. */
function inOneLine(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((it) => it.message).join(', ')
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^DATABASE_URL: /, '').replaceAll('\n', ' ')
}
