import { createInProcessBus } from '../../core/in-process-bus.ts'
import type { Bus } from '../../core/ports/bus.ts'
import type { RedisLink } from '../link.ts'
import { createMembership } from './membership.ts'
import { decode, encode, toHint } from './publication.ts'
import { createPublisher } from './publisher.ts'

export interface RedisBusDeps {
  link: RedisLink
  /** The name of this node, different from all others. */
  node: string
  onError: (error: unknown) => void
}

const PREFIX = 'roost:bus:'
/** The braces make Redis put the channel on the shard of the user's keys. */
const channelOf = (userId: string) => `${PREFIX}{${userId}}`
const userOf = (channel: string) => channel.slice(PREFIX.length + 1, -1)

/**
 * The bus of several nodes: the in-process bus, and a Redis channel for each user with listeners on this node. While
 * Redis is away, this node's own events still flow; events of other nodes are lost, and the bus announces `missed` when
 * Redis is back.
 */
export function createRedisBus({ link, node, onError }: RedisBusDeps): Bus {
  const local = createInProcessBus(onError)
  const members = createMembership({
    isUp: () => link.connection() !== undefined,
    join: async (userId) => link.connection()?.subscribe(channelOf(userId)),
    leave: async (userId) => link.connection()?.unsubscribe(channelOf(userId)),
    joined: (userId) => local.publish(userId, { type: 'missed' }),
  })

  // Refused when Redis is away or slow: the other nodes read the store when it is back, and devices pull on their
  // heartbeat.
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
