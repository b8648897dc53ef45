import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createAuth } from '../auth/auth.ts'
import { createInProcessBus } from '../bus/in-process.ts'
import type { Config } from '../config/config.ts'
import { createLog } from '../log.ts'
import { createMother } from '../mother/create-mother.ts'
import { openStorage } from '../storage/storage.ts'
import type { RemoveUserDeps } from './remove-user.ts'

/**
 * Runs `work` on the accounts of this configuration. A server may be running on them: what it reads it reads from the store
 * each time, so a session that is ended or a device that is revoked here counts there at once.
 */
export async function withUsers<T>(config: Config, work: (deps: RemoveUserDeps) => Promise<T>): Promise<T> {
  requireDatabase(config)
  const storage = openStorage(config, 'beside')
  const log = createLog('silent')
  const baseUrl = config.baseUrl ?? 'http://localhost'
  const store = await storage.openStore()
  const bus = createInProcessBus(() => {})
  const mother = createMother({ store, bus, now: Date.now, randomBytes, baseUrl: () => baseUrl, onError: () => {} })
  const accounts = storage.openAccounts()
  const auth = await createAuth({ ...config, accounts, secret: storage.authSecret, baseUrl, origins: [], log })
  try {
    return await work({ users: auth.users, mother, store })
  } finally {
    await auth.close()
    await mother.close()
    await bus.close()
  }
}

function requireDatabase({ databaseUrl, dataDir }: Config): void {
  const file = join(dataDir, 'roost.db')
  if (databaseUrl === undefined && !existsSync(file)) throw new Error(`There is no ${file}: is DATA_DIR right?`)
}
