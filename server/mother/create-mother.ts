import { createAuthenticate } from './authenticate.ts'
import type { MotherDeps } from './deps.ts'
import { createDevices } from './devices.ts'
import { createLastSeen } from './last-seen.ts'
import { createMessages } from './messages.ts'
import type { Mother } from './mother.ts'
import { createNotifier } from './notifier.ts'
import { createPairing } from './pairing.ts'
import { createLocalPresence } from './presence.ts'

/** Owns the store from here on: close() closes it. The bus stays its maker's. */
export function createMother(deps: MotherDeps): Mother {
  const notifier = createNotifier(deps.bus)
  const lastSeen = createLastSeen(deps)
  const presence = deps.presence ?? createLocalPresence()
  const parts = { ...deps, notifier, lastSeen, presence }
  return {
    authenticate: createAuthenticate(deps),
    ...createMessages(parts),
    ...createDevices(parts),
    ...createPairing(parts),
    check: () => deps.store.check(),
    async close() {
      await deps.store.close()
      await notifier.flush()
    },
  }
}
