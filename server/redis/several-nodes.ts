import type { Log } from '../core/ports/log.ts'
import type { Nodes } from '../core/ports/nodes.ts'
import { createRedisBus } from './bus/redis-bus.ts'
import { createRedisLimiters } from './limiter.ts'
import { createRedisLink } from './link.ts'
import { createSharedPresence } from './presence.ts'
import { type Fingerprints, watchSettings } from './same-settings.ts'

export interface SeveralNodesDeps {
  redisUrl: string
  /** The name of this one: no two have the same. */
  node: string
  /** Undefined for whoever is no node, and only speaks to them. */
  own: Fingerprints | undefined
  log: Log
  onError: (error: unknown) => void
}

/** One of several, with Redis between them. It serves without it, too: what others do is then heard of later. */
export function severalNodes({ redisUrl, node, own, log, onError }: SeveralNodesDeps): Nodes {
  const link = createRedisLink({ url: redisUrl, log })
  // Presence first: when Redis is back, what it says stands there before anybody is told to look.
  const presence = createSharedPresence({
    ...{ link, node },
    changed: (userId) => bus.publish(userId, { type: 'devices' }),
    look: (userId) => bus.publish(userId, { type: 'missed' }),
  })
  const bus = createRedisBus({ link, node, onError })
  const settings = own && watchSettings({ link, node, own, log })
  return {
    ...{ bus, presence },
    createLimiter: createRedisLimiters(link),
    parts: [{ name: 'bus', needed: false, check: async () => void (await link.ask((it) => it.ping())) }],
    async close() {
      presence.close()
      await settings?.close()
      await bus.close()
      await link.close()
    },
  }
}
