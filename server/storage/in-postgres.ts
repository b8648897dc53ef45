import { openPostgresAccounts } from '../auth/postgres-accounts.ts'
import type { Config } from '../config/config.ts'
import { ConfigError } from '../config/config-error.ts'
import { openPostgresStore } from '../store/postgres/open-postgres-store.ts'
import type { Storage } from './storage.ts'

/** PostgreSQL, which any number of nodes share: nothing is kept on this machine. @throws ConfigError. */
export function storageInPostgres({
  databaseUrl,
  authSecret,
}: Pick<Config, 'authSecret'> & { databaseUrl: string }): Storage {
  // A session that one node has signed is shown to another.
  if (authSecret === undefined)
    throw new ConfigError('AUTH_SECRET: is needed with DATABASE_URL, the same on every node')
  return {
    authSecret,
    openStore: (onCommit, replaced) => openPostgresStore(databaseUrl, onCommit, replaced),
    openAccounts: () => openPostgresAccounts(databaseUrl),
    release: () => {},
  }
}
