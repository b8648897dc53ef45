import { createActivityList } from './activity/activity.ts'
import { withActivity } from './activity/with-activity.ts'
import type { MotherDeps } from './deps.ts'
import { createAuthenticate } from './devices/authenticate.ts'
import { createClaims } from './devices/claims.ts'
import { createDevices } from './devices/devices.ts'
import { createLastSeen } from './devices/last-seen.ts'
import { createPairing } from './devices/pairing.ts'
import { createBinCalls } from './messages/bin-calls.ts'
import { createMessages } from './messages/messages.ts'
import { createNotifier } from './messages/notifier.ts'
import type { Mother } from './mother.ts'
import { createLocalPresence } from './ports/presence.ts'
import { noHints } from './ports/push.ts'

/** close() closes the store, too. The bus stays open: its maker closes it. */
export function createMother(deps: MotherDeps): Mother {
  const notifier = createNotifier(deps.bus)
  const lastSeen = createLastSeen(deps)
  const presence = deps.presence ?? createLocalPresence()
  const activity = createActivityList(deps)
  const { hints = noHints } = deps
  const parts = { ...deps, notifier, lastSeen, presence, activity, hints }
  const mother = {
    authenticate: createAuthenticate(deps),
    ...createMessages(parts),
    ...createBinCalls(parts),
    ...createDevices(parts),
    ...createPairing(parts),
    ...createClaims(parts),
    check: () => deps.store.check(),
    async close() {
      await deps.store.close()
      await notifier.flush()
    },
    activity: activity.list,
    news: activity.news,
    async noteSignIn(userId, what, agent) {
      await activity.note(userId, { what, agent })
    },
  } satisfies Mother
  return withActivity(mother, parts)
}
