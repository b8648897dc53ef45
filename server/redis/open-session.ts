import { openClusterSession } from './cluster.ts'
import type { RedisSession, SessionEvents } from './session.ts'
import { createSingleClient, standaloneSession } from './standalone.ts'

/** Asks the server at `url` what it is, and speaks to it, or to the cluster that it belongs to. @throws when it is away. */
export async function openSession(url: string, events: SessionEvents, patience: AbortSignal): Promise<RedisSession> {
  const client = createSingleClient(url)
  const session = standaloneSession(client, events)
  // What waits for an answer is refused then.
  patience.addEventListener('abort', session.destroy, { once: true })
  try {
    await client.connect()
    const isCluster = /cluster_enabled:1/.test(await client.info('cluster'))
    if (!isCluster) return session
  } catch (error) {
    session.destroy()
    throw error
  } finally {
    patience.removeEventListener('abort', session.destroy)
  }
  client.removeAllListeners('end')
  session.destroy()
  return openClusterSession(url, events, patience)
}
