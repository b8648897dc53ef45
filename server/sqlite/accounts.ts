import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import type { Accounts } from '../core/ports/accounts.ts'
import { toRefusal } from './database/sqlite-error.ts'

/** Somebody outside (a backup) may hold the file; the whole process stands still meanwhile, so not for long. */
const BUSY_WAIT_MS = 250

/** In the file of the embedded store, on a connection of its own. */
export function openSqliteAccounts(file: string): Accounts {
  const database = new DatabaseSync(file, { timeout: BUSY_WAIT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;')
  let last: Promise<unknown> = Promise.resolve()

  return {
    // No transactions: one that stays open while a password is hashed would make the store, which writes to the same file
    // from the same thread, wait for a lock that nobody can give back.
    database: { dialect: new NodeSqliteDialect({ database }), type: 'sqlite', transaction: false },
    whileMigrating: (run) => run(),
    any: async () => database.prepare('SELECT 1 FROM account LIMIT 1').get() !== undefined,
    // One at a time, so that of two who come first at once only one is first.
    make(guard, make) {
      const turn = last.then(async () => {
        await guard?.()
        // A user is stored before its password; what was cut off in between could neither sign in nor sign up again.
        database.exec('DELETE FROM "user" WHERE id NOT IN (SELECT "userId" FROM account)')
        return make()
      })
      last = turn.catch(() => {})
      return turn
    },
    async endSessions(userId, butToken) {
      database.prepare('DELETE FROM session WHERE userId = ? AND token <> ?').run(userId, butToken)
    },
    toRefusal,
    close: async () => database.close(),
  }
}
