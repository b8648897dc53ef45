import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import { type Accounts, accountGone } from '../core/ports/accounts.ts'
import { isForeignKey, toRefusal } from './database/sqlite-error.ts'

/** A backup may hold the file. Waiting blocks the whole process, so the wait is short. */
const BUSY_WAIT_MS = 250

/** Uses the store's file, on its own connection. */
export function openSqliteAccounts(file: string): Accounts {
  const database = new DatabaseSync(file, { timeout: BUSY_WAIT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;')
  let last: Promise<unknown> = Promise.resolve()

  return {
    // No transactions: hashing a password would keep one open, and the store, which writes to the same file from the
    // same thread, would wait for a lock that cannot be released.
    database: { dialect: new NodeSqliteDialect({ database }), type: 'sqlite', transaction: false },
    whileMigrating: (run) => run(),
    any: async () => database.prepare('SELECT 1 FROM account LIMIT 1').get() !== undefined,
    // The server makes accounts one after the other, so that only one of two first accounts succeeds.
    make(guard, make) {
      const turn = last.then(async () => {
        await guard?.()
        // The library stores a user before its password. Without one the user could neither sign in nor sign up again.
        database.exec('DELETE FROM "user" WHERE id NOT IN (SELECT "userId" FROM account)')
        return make()
      })
      last = turn.catch(() => {})
      return turn
    },
    toRefusal: (error) => (isForeignKey(error) ? accountGone() : toRefusal(error)),
    close: async () => database.close(),
  }
}
