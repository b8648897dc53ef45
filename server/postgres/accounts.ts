import type { Accounts } from '../core/ports/accounts.ts'
import { openPool } from './connection/pool.ts'
import { toRefusal } from './connection/postgres-error.ts'
import { whileMigrating } from './database/migrate.ts'

/** Beside the store's own, so that a flood of sign-ins takes no connection from messages. */
const CONNECTIONS = 6

/** Of all nodes, one at a time makes an account that depends on there being none. Any number will do that nobody else uses. */
const SIGN_UP_LOCK = 7_306_002

export function openPostgresAccounts(url: string): Accounts {
  const pool = openPool(url, CONNECTIONS)
  let last: Promise<unknown> = Promise.resolve()

  /** The lock is the connection's, so it ends with a node that is killed; no transaction is kept open meanwhile. */
  async function withLock<T>(run: () => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      await client.query('SELECT pg_advisory_lock($1)', [SIGN_UP_LOCK])
      return await run()
    } finally {
      client.release(true)
    }
  }

  return {
    // The library takes the pool as it is, and then makes an account in one transaction.
    database: pool,
    whileMigrating: (run) => whileMigrating(url, run),
    any: async () => (await pool.query('SELECT 1 FROM account LIMIT 1')).rows.length > 0,
    make(guard, make) {
      if (!guard) return make()
      // One of this node at a time: those that wait for the lock would have the connections that its holder needs.
      const turn = last.then(() =>
        withLock(async () => {
          await guard()
          return make()
        }),
      )
      last = turn.catch(() => {})
      return turn
    },
    async endSessions(userId, butToken) {
      await pool.query('DELETE FROM session WHERE "userId" = $1 AND token <> $2', [userId, butToken])
    },
    toRefusal,
    close: () => pool.end(),
  }
}
