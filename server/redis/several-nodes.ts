import type { Log } from '../core/ports/log.ts'
import type { Nodes } from '../core/ports/nodes.ts'
import { createRedisBus } from './bus/redis-bus.ts'
import { createRedisLimiters } from './limiter.ts'
import { createRedisLink } from './link.ts'
import { createSharedPresence } from './presence.ts'
import { type Fingerprints, watchSettings } from './same-settings.ts'

export interface SeveralNodesDeps {
  redisUrl: string
  /** The name of this node, different from all others. */
  node: string
  /** undefined for an operator's command, which is no node. */
  own: Fingerprints | undefined
  log: Log
  onError: (error: unknown) => void
}

/**
 * Connects this node with the others through Redis. It also serves while Redis is away, and then hears of the others
 * late.
 */
export function severalNodes({ redisUrl, node, own, log, onError }: SeveralNodesDeps): Nodes {
  const link = createRedisLink({ url: redisUrl, log })
  // Presence first: when Redis is back, it has to be written before listeners are told to look.
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
