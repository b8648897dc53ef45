import type { MotherDeps } from './deps.ts'
import { createAuthenticate } from './devices/authenticate.ts'
import { createDevices } from './devices/devices.ts'
import { createLastSeen } from './devices/last-seen.ts'
import { createPairing } from './devices/pairing.ts'
import { createMessages } from './messages/messages.ts'
import { createNotifier } from './messages/notifier.ts'
import type { Mother } from './mother.ts'
import { createLocalPresence } from './ports/presence.ts'

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
