import { createInProcessBus } from '../../core/in-process-bus.ts'
import type { Bus } from '../../core/ports/bus.ts'
import type { RedisLink } from '../link.ts'
import { createMembership } from './membership.ts'
import { decode, encode, toHint } from './publication.ts'
import { createPublisher } from './publisher.ts'

export interface RedisBusDeps {
  link: RedisLink
  /** The name of this node: no two have the same. */
  node: string
  onError: (error: unknown) => void
}

const PREFIX = 'roost:bus:'
/** The braces say by what the channel is spread over the shards, as with the keys of the same user. */
const channelOf = (userId: string) => `${PREFIX}{${userId}}`
const userOf = (channel: string) => channel.slice(PREFIX.length + 1, -1)

/**
 * The bus of several nodes: the one in the process, and a channel in Redis for each user who has somebody listening here.
 * While Redis is away this node's own events go on; what others publish is missed, and said to be so when it is back.
 */
export function createRedisBus({ link, node, onError }: RedisBusDeps): Bus {
  const local = createInProcessBus(onError)
  const members = createMembership({
    isUp: () => link.connection() !== undefined,
    join: async (userId) => link.connection()?.subscribe(channelOf(userId)),
    leave: async (userId) => link.connection()?.unsubscribe(channelOf(userId)),
    joined: (userId) => local.publish(userId, { type: 'missed' }),
  })

  // Refused when Redis is away or slow: the others look at the store when it is back, and devices on their heartbeat.
  const publisher = createPublisher(async (userId, hint) => {
    await link
      .connection()
      ?.publish(channelOf(userId), encode(node, hint))
      .catch(() => {})
  })

  link.listen({
    up: members.restart,
    moved: (channel) => members.rejoin(userOf(channel)),
    heard(channel, text) {
      const publication = decode(text)
      if (publication && publication.node !== node) local.publish(userOf(channel), publication.hint)
    },
  })

  return {
    publish(userId, event) {
      if (event.type === 'missed') return local.publish(userId, event)
      const hint = toHint(event)
      local.publish(userId, hint)
      publisher.add(userId, hint)
    },
    announceMissed: local.announceMissed,
    subscribe(userId, listener) {
      const unsubscribe = local.subscribe(userId, listener)
      members.enter(userId)
      let inside = true
      return () => {
        unsubscribe()
        if (inside) members.exit(userId)
        inside = false
      }
    },
    async close() {
      await publisher.flush()
      members.close()
      await local.close()
    },
  }
}
