import type { Accounts } from './auth/accounts.ts'
import type { Config } from './config/config.ts'
import type { OnCommit } from './core/ports/on-commit.ts'
import type { Store } from './core/ports/store.ts'
import { storageInPostgres } from './postgres/postgres-storage.ts'
import { storageInDataDir } from './sqlite/data-dir-storage.ts'

/** Where this Roost keeps everything: a directory of its own, or a database that it may share with other nodes. */
export interface Storage {
  /** Signs sessions. */
  authSecret: string
  /** `replaced`: what is answered from now on may be older than what was answered before. */
  openStore(onCommit?: OnCommit, replaced?: () => void): Promise<Store>
  openAccounts(): Accounts
  /** Lets the next server have it. */
  release(): void
}

/** `beside`: next to a server that may be running on it, for what an operator does meanwhile. */
export type Possession = 'alone' | 'beside'

/** @throws ConfigError. */
export function openStorage(config: Config, possession: Possession = 'alone'): Storage {
  const { databaseUrl } = config
  return databaseUrl === undefined
    ? storageInDataDir(config, possession)
    : storageInPostgres({ ...config, databaseUrl }, possession)
}
