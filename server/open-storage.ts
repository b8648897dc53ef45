import type { Config } from './config/config.ts'
import type { Log } from './core/ports/log.ts'
import type { Storage, StorageAccess } from './core/ports/storage.ts'
import { createPostgresStorage } from './postgres/postgres-storage.ts'
import { createDataDirStorage } from './sqlite/data-dir-storage.ts'

/** With a `log` the data directory is watched while it is served from. PostgreSQL when there is a DATABASE_URL, else SQLite in DATA_DIR. @throws ConfigError. */
export function openStorage(config: Config, access: StorageAccess = 'exclusive', log?: Log): Storage {
  const { databaseUrl } = config
  return databaseUrl === undefined
    ? createDataDirStorage(config, access, log)
    : createPostgresStorage({ ...config, databaseUrl }, access)
}
