import { randomBytes } from 'node:crypto'
import type { Config } from '../config/config.ts'
import { ConfigError } from '../config/config-error.ts'
import type { Storage, StorageAccess } from '../core/ports/storage.ts'
import { openPostgresAccounts } from './accounts.ts'
import { openPostgresStore } from './open-postgres-store.ts'

/** Storage in PostgreSQL, which any number of nodes share; nothing is stored on this machine. @throws ConfigError. */
export function createPostgresStorage(
  {
    databaseUrl,
    authSecret,
    vapidKey,
    binDays,
  }: Pick<Config, 'authSecret' | 'vapidKey' | 'binDays'> & { databaseUrl: string },
  access: StorageAccess,
): Storage {
  // Nodes accept each other's sessions, so they need the same secret. An operator's command signs none.
  if (authSecret === undefined && access === 'exclusive')
    throw new ConfigError('AUTH_SECRET: is needed with DATABASE_URL, the same on every node')
  return {
    authSecret: authSecret ?? randomBytes(32).toString('base64url'),
    vapidKey,
    openStore: (onCommit, replaced) =>
      openPostgresStore(databaseUrl, { onCommit, replaced, keepsDeleted: binDays > 0 }),
    openAccounts: () => openPostgresAccounts(databaseUrl),
    parts: [],
    release: () => {},
  }
}
