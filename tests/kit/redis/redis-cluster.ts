import { createClient } from '@redis/client'
import { freePort } from '../network/free-port.ts'
import { type RedisServer, startRedis } from './redis-server.ts'

export interface TestCluster {
  url: string
  servers: RedisServer[]
  /** Collects the keys of all shards. */
  keys(pattern: string): Promise<string[]>
  /** Moves the slot of this key, with all that is in it, to another shard, as its operator does while it serves. */
  moveSlotOf(key: string): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const SLOTS = 16_384

interface Shard {
  client: { sendCommand(words: string[]): Promise<unknown> }
  port: number
  id: string
}

async function moveSlot(slot: string, shards: readonly Shard[], fromIndex: number, toIndex: number): Promise<void> {
  const [from, to] = [shards[fromIndex], shards[toIndex]]
  if (!from || !to) throw new Error(`no shard has slot ${slot}`)
  await to.client.sendCommand(['CLUSTER', 'SETSLOT', slot, 'IMPORTING', from.id])
  await from.client.sendCommand(['CLUSTER', 'SETSLOT', slot, 'MIGRATING', to.id])
  const keys = (await from.client.sendCommand(['CLUSTER', 'GETKEYSINSLOT', slot, '1000'])) as string[]
  const target = ['127.0.0.1', String(to.port), '', '0', '5000']
  if (keys.length > 0) await from.client.sendCommand(['MIGRATE', ...target, 'KEYS', ...keys])
  // The new owner is told first, so that no two shards redirect to each other.
  for (const { client } of [to, ...shards]) await client.sendCommand(['CLUSTER', 'SETSLOT', slot, 'NODE', to.id])
}

/** Three masters that share the slots among them, without replicas. */
export async function startRedisCluster(): Promise<TestCluster> {
  // By default shards talk on their port plus 10,000, which may be above the last port.
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

  async function moveSlotOf(key: string) {
    const shards = await Promise.all(
      servers.map(async ({ url, port }) => {
        const client = await createClient({ url }).connect()
        return { client, port, id: await client.clusterMyId() }
      }),
    )
    try {
      const [any] = shards
      const slot = Number(await any?.client.clusterKeySlot(key))
      const ranges = (await any?.client.clusterSlots()) ?? []
      const owner = ranges.find((it) => it.from <= slot && slot <= it.to)?.master.id
      const from = shards.findIndex((it) => it.id === owner)
      await moveSlot(String(slot), shards, from, (from + 1) % shards.length)
    } finally {
      for (const { client } of shards) client.destroy()
    }
  }

  async function keys(pattern: string) {
    const found: string[] = []
    for (const { url } of servers) {
      const client = await createClient({ url }).connect()
      found.push(...(await client.keys(pattern)))
      client.destroy()
    }
    return found
  }

  return {
    url: servers[0]?.url ?? '',
    ...{ servers, keys, moveSlotOf },
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}
