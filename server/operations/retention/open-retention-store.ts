import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { refuseMovedData } from '../../config/move-marker.ts'
import type { Store } from '../../core/ports/store.ts'
import { openPostgresStore } from '../../postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'

/** The store of these settings, beside a server or not. @throws Error when there is none yet. */
export async function openRetentionStore({ dataDir, databaseUrl }: Config): Promise<Store> {
  if (databaseUrl !== undefined) return openPostgresStore(databaseUrl)
  refuseMovedData(dataDir)
  const file = join(dataDir, 'roost.db')
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  return openSqliteStore(file)
}
