import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createAuth } from '../../auth/auth.ts'
import type { Config } from '../../config/config.ts'
import { createMother } from '../../core/create-mother.ts'
import type { Mother } from '../../core/mother.ts'
import { createLog } from '../../core/ports/log.ts'
import type { Nodes } from '../../core/ports/nodes.ts'
import type { Store } from '../../core/ports/store.ts'
import { openFiles } from '../../open-files.ts'
import { nodeName, openNodes } from '../../open-nodes.ts'
import { openStorage } from '../../open-storage.ts'
import type { RemoveUserDeps } from './remove-user.ts'

interface UserDeps extends RemoveUserDeps {
  mother: Mother
  store: Store
}

/**
 * Runs `work` on the accounts of this configuration, beside a server or not. The server reads sessions and devices from the
 * store each time, so an ended session or a revoked device counts there at once.
 */
export async function withUsers<T>(config: Config, work: (deps: UserDeps) => Promise<T>): Promise<T> {
  requireDatabase(config)
  const storage = openStorage(config, 'shared')
  const log = createLog('silent')
  const baseUrl = config.baseUrl ?? 'http://localhost'
  const store = await storage.openStore()
  // A command is no node, and publishes no fingerprints of its settings.
  const nodes = openNodes({ ...config, authSecret: undefined }, nodeName(), log, () => {})
  const { bus, presence } = nodes
  const about = { now: Date.now, randomBytes, baseUrl: () => baseUrl, onError: () => {} }
  const mother = createMother({ store, bus, presence, ...about })
  const accounts = storage.openAccounts()
  const auth = await createAuth({
    ...config,
    accounts,
    epochs: store,
    secret: storage.authSecret,
    baseUrl,
    origins: [],
    log,
  })
  try {
    await heardFrom(nodes)
    const sweepFiles = async () => openFiles(config, { store, bus, log })?.sweep.run()
    const done = await work({ users: auth.users, mother, store, sweepFiles })
    await mother.close()
    // Redis answers after it has taken everything published before the question.
    await heardFrom(nodes)
    return done
  } finally {
    await auth.close()
    await mother.close()
    await nodes.close()
  }
}

function requireDatabase({ databaseUrl, dataDir }: Config): void {
  const file = join(dataDir, 'roost.db')
  if (databaseUrl === undefined && !existsSync(file)) throw new Error(`There is no ${file}: is DATA_DIR right?`)
}

const PATIENCE_MS = 3_000
const PAUSE_MS = 50

/** Waits for Redis, but not for long: without it nodes hear of a revocation a little later. */
async function heardFrom({ parts }: Nodes): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(PAUSE_MS)) {
    const answers = await Promise.allSettled(parts.map((it) => it.check()))
    if (answers.every((it) => it.status === 'fulfilled')) return
  }
}
