import { join } from 'node:path'
import { ownAuthSecret } from '../config/auth-secret.ts'
import type { Config } from '../config/config.ts'
import { openDataDir } from '../config/data-dir.ts'
import { lockDataDir } from '../config/data-lock.ts'
import { refuseMoved } from '../config/moved.ts'
import type { Storage, StorageAccess } from '../core/ports/storage.ts'
import { openSqliteAccounts } from './accounts.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

/** SQLite in DATA_DIR, of which only one process is the server. @throws ConfigError. */
export function storageInDataDir(
  { dataDir, authSecret }: Pick<Config, 'dataDir' | 'authSecret'>,
  access: StorageAccess,
): Storage {
  const dir = openDataDir(dataDir)
  refuseMoved(dir)
  const release = access === 'exclusive' ? lockDataDir(dir) : () => {}
  const file = join(dir, 'roost.db')
  try {
    return {
      authSecret: authSecret ?? ownAuthSecret(dir),
      async openStore(onCommit) {
        const store = openSqliteStore(file, onCommit)
        await store.canWrite
        return store
      },
      openAccounts: () => openSqliteAccounts(file),
      release,
    }
  } catch (error) {
    release()
    throw error
  }
}
