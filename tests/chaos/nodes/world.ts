import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { newDevice, signUp } from '../../kit/clients/account.ts'
import { createHttpClient } from '../../kit/clients/http-client.ts'
import { createProxy, type TcpProxy } from '../../kit/network/proxy.ts'
import { createRandom } from '../../kit/random.ts'
import { createRestartableServer, type RestartableServer } from '../../kit/server/restartable-server.ts'
import type { LogChange } from '../../simulation/history/event.ts'
import { createNodeDevice, type NodeDevice } from '../devices/node-device.ts'
import { createRecorder, type Recorder } from '../recorder.ts'

const LOOK_MS = 20

/** A real node with its own proxies to the database and to Redis. */
export interface NodeServer extends RestartableServer {
  /** PostgreSQL knows its connections by this name. */
  name: string
  toDatabase: TcpProxy
  toRedis: TcpProxy
}

export type NodesWorld = Awaited<ReturnType<typeof createNodesWorld>>

/** A device with a way of its own, on which everything goes to one node at a time. */
export interface PlacedDevice extends NodeDevice {
  way: TcpProxy
  /** What a balancer does that takes a node for gone: its next connection leads to the other one. */
  aimAt(node: Pick<NodeServer, 'url'>): void
  /** And when it is gone. */
  moveTo(node: Pick<NodeServer, 'url'>): void
}

export interface NodesSetting {
  /** Empty. */
  databaseUrl: string
  redisUrl: string
  /** Two or more. */
  nodes: number
  seed: string
  /** Of the nodes, besides their own: a planted bug, say. */
  env?: Readonly<Record<string, string>>
}

/** Real nodes on one database and one Redis, and a device on each, all of one person. */
export async function createNodesWorld({ databaseUrl, redisUrl, nodes: count, seed, env = {} }: NodesSetting) {
  const began = performance.now()
  const now = () => performance.now() - began
  const undo: (() => unknown)[] = []
  const front = await createProxy()
  undo.push(front.close)
  const nodes: NodeServer[] = []
  for (let i = 0; i < count; i++) {
    nodes.push(await createNode(`node ${i + 1}`, databaseUrl, redisUrl, { ...env, BASE_URL: front.url }, undo))
  }
  front.aimAt(nodes[0]?.url ?? '')

  const recorder = createRecorder(now, () => {})
  const random = createRandom(seed)
  const http = createHttpClient(front.url)
  const account = await signUp(http)

  /** One more device, live. `to` writes down what it hears. */
  async function join(name: string, node: NodeServer, to: Recorder = recorder): Promise<PlacedDevice> {
    const way = await createProxy()
    undo.push(way.close)
    way.aimAt(node.url)
    const device = createNodeDevice(name, await newDevice(http, account, name), way.url, random.fork(name), to)
    undo.push(device.stop)
    while (!device.isLive()) await wait(LOOK_MS)
    const aimAt = (other: Pick<NodeServer, 'url'>) => way.aimAt(other.url)
    function moveTo(other: Pick<NodeServer, 'url'>) {
      aimAt(other)
      way.cut()
    }
    return { ...device, way, aimAt, moveTo }
  }
  const devices: PlacedDevice[] = []
  for (const [i, node] of nodes.entries()) devices.push(await join(`Device ${i + 1}`, node))
  return {
    ...{ nodes, recorder, now, join },
    /** One for each node. They write all the time. */
    devices,
    /** Those who only listen, and have to be in step in the end, too. */
    listeners: [] as PlacedDevice[],
    /** What databases held whose place others took. */
    lost: [] as LogChange[],
    /** What the database held before something of it was removed. */
    before: undefined as LogChange | undefined,
    user: devices[0]?.credentials.userId ?? '',
    async end() {
      for (const it of undo.toReversed()) await it()
    },
  }
}

async function createNode(
  name: string,
  databaseUrl: string,
  redisUrl: string,
  more: Readonly<Record<string, string>>,
  undo: (() => unknown)[],
): Promise<NodeServer> {
  const [toDatabase, toRedis] = [await createProxy(), await createProxy()]
  const server = await createRestartableServer({
    ...{ LOG_LEVEL: 'fatal', AUTH_SECRET: 'the same on every node, 32 letters', ...more },
    DATABASE_URL: `${toDatabase.through(databaseUrl)}?application_name=${encodeURIComponent(name)}`,
    REDIS_URL: toRedis.through(redisUrl),
    // A node must not need it.
    DATA_DIR: `/nowhere/${randomUUID()}`,
  })
  undo.push(toDatabase.close, toRedis.close, () => server[Symbol.asyncDispose]())
  await server.start()
  return { ...server, name, toDatabase, toRedis }
}
