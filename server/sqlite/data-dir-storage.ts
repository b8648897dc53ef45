import { join } from 'node:path'
import { ownAuthSecret } from '../config/auth-secret.ts'
import type { Config } from '../config/config.ts'
import { openDataDir } from '../config/data-dir.ts'
import { lockDataDir } from '../config/data-lock.ts'
import { createBallast, spaceOf } from '../config/disk-space.ts'
import { refuseMovedData } from '../config/move-marker.ts'
import { ownVapidKey } from '../config/vapid-key.ts'
import type { Log } from '../core/ports/log.ts'
import type { Storage, StorageAccess } from '../core/ports/storage.ts'
import { openSqliteAccounts } from './accounts.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import { holdFiles } from './watch/open-files.ts'
import { type DataDirWatch, watchDataDir, withWatch } from './watch/watch-data-dir.ts'

/** Storage in DATA_DIR, which only one server may use. @throws ConfigError. */
export function createDataDirStorage(
  { dataDir, authSecret, vapidKey, binDays }: Pick<Config, 'dataDir' | 'authSecret' | 'vapidKey' | 'binDays'>,
  access: StorageAccess,
  log?: Log,
): Storage {
  const dir = openDataDir(dataDir)
  refuseMovedData(dir)
  const unlock = access === 'exclusive' ? lockDataDir(dir) : () => {}
  const file = join(dir, 'roost.db')
  let watch: DataDirWatch | undefined
  function release() {
    unlock()
    watch?.stop()
  }
  try {
    return {
      authSecret: authSecret ?? ownAuthSecret(dir),
      vapidKey: vapidKey ?? ownVapidKey(dir),
      async openStore(onCommit) {
        // Without room SQLite cannot even bring its log in order.
        if (log) createBallast(dir).trim(spaceOf(dir))
        const store = openSqliteStore(file, { onCommit, keepsDeleted: binDays > 0 })
        await store.canWrite
        if (!log) return store
        const files = holdFiles([file, `${file}-wal`, `${file}-shm`, join(dir, 'lock')])
        watch = watchDataDir({ dir, files, spaceOf, log })
        return withWatch(store, watch)
      },
      openAccounts: () => ({ ...openSqliteAccounts(file), requireUsable: () => watch?.requireFiles() }),
      parts: [{ name: 'disk', needed: false, check: async () => watch?.requireRoom() }],
      freeBytes: () => watch?.space().free ?? 0,
      release,
    }
  } catch (error) {
    release()
    throw error
  }
}
