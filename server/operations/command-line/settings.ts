import { resolve } from 'node:path'
import { type Config, readConfig } from '../../config/config.ts'
import { refuseMovedData } from '../../config/move-marker.ts'

/** The server's settings, with the full path of its data directory. @throws ConfigError. */
export function settings(): Config {
  const config = readConfig(process.env)
  return { ...config, dataDir: resolve(config.dataDir) }
}

/** The data directory of a server on SQLite. @throws Error that says what to do `instead` when it is on PostgreSQL. */
export function sqliteDataDir(instead: string): string {
  const { databaseUrl, dataDir } = settings()
  if (databaseUrl !== undefined) {
    throw new Error(`DATABASE_URL is set: everything is in PostgreSQL. ${instead} (docs/operations.md)`)
  }
  refuseMovedData(dataDir)
  return dataDir
}
