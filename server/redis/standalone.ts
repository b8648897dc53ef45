import { createClient } from '@redis/client'
import { CONNECT_MS, type ConnectionEvents, type RedisConnection, WAITING_COMMANDS } from './connection.ts'

export type Client = ReturnType<typeof createSingleClient>

/**
 * link.ts reconnects, not the client: so we know what was subscribed when, and no command waits for a Redis that is
 * away.
 */
export function createSingleClient(url: string) {
  return createClient({
    url,
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
    commandsQueueMaxLength: WAITING_COMMANDS,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  })
}

/** Uses one connection for commands and publications, so that they keep their order. */
export function standaloneConnection(client: Client, { heard, lost }: ConnectionEvents): RedisConnection {
  const listener = (text: string, channel: string) => heard(channel, text)
  client.on('error', lost)
  client.on('end', () => lost(new Error('the connection has ended')))
  return {
    subscribe: (channel) => client.sSubscribe(channel, listener),
    unsubscribe: (channel) => client.sUnsubscribe(channel, listener),
    publish: (channel, text) => client.sPublish(channel, text),
    eval: (script, on) => client.eval(script, on),
    ping: () => client.ping(),
    destroy: () => client.destroy(),
  }
}
