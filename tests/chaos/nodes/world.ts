import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { newDevice, signIn, signUp } from '../../kit/clients/account.ts'
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

/** A device with a proxy of its own that leads to one node at a time. */
export interface PlacedDevice extends NodeDevice {
  way: TcpProxy
  /** Leads its next connection to the other node, as a balancer does when it takes a node for dead. */
  aimAt(node: Pick<NodeServer, 'url'>): void
  /** Also cuts the connection, as when the node is dead. */
  moveTo(node: Pick<NodeServer, 'url'>): void
}

export interface NodesSetting {
  /** Empty. */
  databaseUrl: string
  redisUrl: string
  /** Two or more. */
  nodes: number
  seed: string
  /** More settings for the nodes, such as a planted bug. */
  env?: Readonly<Record<string, string>>
}

/** Starts real nodes on one database and one Redis, and a device of the same account on each. */
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

  /** Adds a device and waits until it is live. `to` records what it hears. */
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
    /** The account of all devices, signed in again and again: the removal of a device ends other sign-ins. */
    signIn: () => signIn(http, account),
    /** A device for each node. They write all the time. */
    devices,
    /** Devices that only listen, and must be in step at the end, too. */
    listeners: [] as PlacedDevice[],
    /** Logs of databases that a fail-over replaced. */
    lost: [] as LogChange[],
    /** The log before retention removed something. */
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
