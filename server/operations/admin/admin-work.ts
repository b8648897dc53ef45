import { RoostError } from '../../../lib/protocol/error.ts'
import type { Config } from '../../config/config.ts'
import type { Mother } from '../../core/mother.ts'
import type { AdminWork } from '../../core/ports/admin-work.ts'
import type { Store } from '../../core/ports/store.ts'

import { type RemoveUserDeps, removeUser } from '../users/remove-user.ts'
import { runApart } from './run-apart.ts'

interface Deps extends RemoveUserDeps {
  config: Config
  mother: Mother
  store: Store
}

export function createAdminWork({ config, ...deps }: Deps): AdminWork {
  const { mother, store, users } = deps
  async function about(userId: string) {
    const [{ devices }, usage] = [await mother.listDevices(userId), await store.usage(userId)]
    const lastSeen = devices.length > 0 ? { lastSeen: Math.max(...devices.map((it) => it.lastSeen)) } : {}
    return { ...usage, ...lastSeen, devices: devices.length }
  }

  return {
    async accounts() {
      const shown = []
      for (const { userId, email, createdAt } of await users.list())
        shown.push({ accountId: userId, email, createdAt, ...(await about(userId)) })
      return shown
    },
    health: shared(() => runApart('examine', config)),
    backUp: config.databaseUrl === undefined ? shared(() => runApart('backUp', config)) : undefined,
    async removeAccount(userId) {
      if ((await users.emailOf(userId)) === null)
        throw new RoostError('not_found', 'There is no such account (any more)')
      await removeUser(deps, userId)
    },
  }
}

/** Somebody who asks while it runs gets the answer of that run. */
function shared<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
}
