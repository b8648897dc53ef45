import { type Accounts, accountGone } from '../core/ports/accounts.ts'
import { openPool } from './connection/pool.ts'
import { isForeignKey, toRefusal } from './connection/postgres-error.ts'
import { whileMigrating } from './database/migrate.ts'

/** Separate from the store's connections, so that a flood of sign-ins takes none from messages. */
const CONNECTIONS = 6

/** Held by the node that makes the first account. Any number that no other program uses. */
const SIGN_UP_LOCK = 7_306_002

export function openPostgresAccounts(url: string): Accounts {
  const pool = openPool(url, CONNECTIONS)
  let last: Promise<unknown> = Promise.resolve()

  /** The lock belongs to the connection, so it ends with a killed node. No transaction stays open meanwhile. */
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
    // The library uses the pool directly, and makes an account in one transaction.
    database: pool,
    whileMigrating: (run) => whileMigrating(url, run),
    any: async () => (await pool.query('SELECT 1 FROM account LIMIT 1')).rows.length > 0,
    make(guard, make) {
      if (!guard) return make()
      // Each node makes accounts one after the other: waiting for the lock takes connections that its holder needs.
      const turn = last.then(() =>
        withLock(async () => {
          await guard()
          return make()
        }),
      )
      last = turn.catch(() => {})
      return turn
    },
    toRefusal: (error) => (isForeignKey(error) ? accountGone() : toRefusal(error)),
    close: () => pool.end(),
  }
}
