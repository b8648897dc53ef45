import { createClient } from '@redis/client'
import { freePort } from '../../testing/free-port.ts'
import { type RedisServer, startRedis } from './redis-server.ts'

export interface TestCluster {
  url: string
  servers: RedisServer[]
  [Symbol.asyncDispose](): Promise<void>
}

const SLOTS = 16_384

/** Three masters that share the slots among them, without replicas. */
export async function startRedisCluster(): Promise<TestCluster> {
  // The port between them would otherwise be the other one plus 10,000, which need not be a port.
  const links = await Promise.all([1, 2, 3].map(freePort))
  const servers = await Promise.all(
    links.map((port) => startRedis('--cluster-enabled', 'yes', '--cluster-port', String(port))),
  )
  const clients = await Promise.all(servers.map(({ url }) => createClient({ url }).connect()))
  const share = Math.ceil(SLOTS / servers.length)
  const first = ['127.0.0.1', String(servers[0]?.port), String(links[0])]
  for (const [i, client] of clients.entries()) {
    await client.clusterAddSlotsRange({ start: i * share, end: Math.min(SLOTS, (i + 1) * share) - 1 })
    if (i > 0) await client.sendCommand(['CLUSTER', 'MEET', ...first])
  }
  for (const client of clients) {
    while (!/cluster_state:ok[\s\S]*cluster_known_nodes:3/.test(await client.clusterInfo())) await client.ping()
    client.destroy()
  }
  return {
    url: servers[0]?.url ?? '',
    servers,
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}
