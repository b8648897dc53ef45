import { openClusterConnection } from './cluster.ts'
import type { ConnectionEvents, RedisConnection } from './connection.ts'
import { createSingleClient, standaloneConnection } from './standalone.ts'

/** Connects to the server at `url`, or to the cluster that it belongs to. @throws when it is away. */
export async function openConnection(
  url: string,
  events: ConnectionEvents,
  patience: AbortSignal,
): Promise<RedisConnection> {
  const client = createSingleClient(url)
  const connection = standaloneConnection(client, events)
  // Refuses commands that still wait for an answer.
  patience.addEventListener('abort', connection.destroy, { once: true })
  try {
    await client.connect()
    const isCluster = /cluster_enabled:1/.test(await client.info('cluster'))
    if (!isCluster) return connection
  } catch (error) {
    connection.destroy()
    throw error
  } finally {
    patience.removeEventListener('abort', connection.destroy)
  }
  client.removeAllListeners('end')
  connection.destroy()
  return openClusterConnection(url, events, patience)
}
