import type { Config } from './config/config.ts'
import type { Storage, StorageAccess } from './core/ports/storage.ts'
import { storageInPostgres } from './postgres/postgres-storage.ts'
import { storageInDataDir } from './sqlite/data-dir-storage.ts'

/** PostgreSQL when there is a DATABASE_URL, else SQLite in DATA_DIR. @throws ConfigError. */
export function openStorage(config: Config, access: StorageAccess = 'exclusive'): Storage {
  const { databaseUrl } = config
  return databaseUrl === undefined
    ? storageInDataDir(config, access)
    : storageInPostgres({ ...config, databaseUrl }, access)
}
