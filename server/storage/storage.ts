import type { Accounts } from '../auth/accounts.ts'
import type { Config } from '../config/config.ts'
import type { OnCommit } from '../store/committed.ts'
import type { Store } from '../store/store.ts'
import { storageInDataDir } from './in-data-dir.ts'
import { storageInPostgres } from './in-postgres.ts'

/** Where this Roost keeps everything: a directory of its own, or a database that it may share with other nodes. */
export interface Storage {
  /** Signs sessions. */
  authSecret: string
  openStore(onCommit?: OnCommit): Promise<Store>
  openAccounts(): Accounts
  /** Lets the next server have it. */
  release(): void
}

/** @throws ConfigError. */
export function openStorage(config: Config): Storage {
  const { databaseUrl } = config
  return databaseUrl === undefined ? storageInDataDir(config) : storageInPostgres({ ...config, databaseUrl })
}
