import { createCluster } from '@redis/client'
import { CONNECT_MS, type ConnectionEvents, type RedisConnection, WAITING_COMMANDS } from './connection.ts'

/** Connects to each master of the cluster that the server at `url` belongs to. */
export async function openClusterConnection(
  url: string,
  { heard, moved, lost }: ConnectionEvents,
  patience: AbortSignal,
): Promise<RedisConnection> {
  const { username, password, protocol } = new URL(url)
  const tls = protocol === 'rediss:' ? { tls: true as const } : {}
  const cluster = createCluster({
    rootNodes: [{ url }],
    defaults: {
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      socket: { ...tls, connectTimeout: CONNECT_MS, reconnectStrategy: false },
      commandsQueueMaxLength: WAITING_COMMANDS,
      disableOfflineQueue: true,
      maintNotifications: 'disabled',
    },
  })
  const listener = (text: string, channel: string) => heard(channel, text)
  cluster.on('error', lost)
  // Redis serves no slot while one has no master, so a lost shard ends the whole connection.
  cluster.on('node-error', lost)
  cluster.on('node-disconnect', () => lost(new Error('a shard is gone')))
  cluster.on('sharded-channel-moved-error', lost)
  try {
    const late = Promise.withResolvers<never>()
    patience.addEventListener('abort', late.reject, { once: true })
    await Promise.race([cluster.connect(), late.promise])
  } catch (error) {
    cluster.destroy()
    throw error
  }
  const watched = new WeakSet<object>()
  /** The client subscribes again to a channel that has moved, but reports it only on the old shard. */
  function watchMoves() {
    for (const { pubSub } of cluster.masters) {
      if (!pubSub || watched.has(pubSub.client)) continue
      watched.add(pubSub.client)
      pubSub.client.on('sharded-channel-moved', moved)
    }
  }
  return {
    async subscribe(channel) {
      await cluster.sSubscribe(channel, listener)
      watchMoves()
    },
    unsubscribe: (channel) => cluster.sUnsubscribe(channel, listener),
    publish: (channel, text) => cluster.sPublish(channel, text),
    eval: (script, on) => cluster.eval(script, on),
    ping: () => Promise.all(cluster.masters.map(async (it) => (await cluster.nodeClient(it)).ping())),
    destroy: () => cluster.destroy(),
  }
}
