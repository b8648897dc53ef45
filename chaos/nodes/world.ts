import { randomUUID } from 'node:crypto'
import { type ChildServer, startChild } from '../../server/testing/child.ts'
import { freePort } from '../../server/testing/free-port.ts'
import { createRandom } from '../../simulate/core/random.ts'
import type { LogChange } from '../../simulate/history/event.ts'
import { createNodeDevice } from '../devices/node-device.ts'
import { createPerson } from '../person.ts'
import { createProxy, type TcpProxy } from '../proxy.ts'
import { createRecorder } from '../recorder.ts'

/** One real node, with its own ways to the database and to Redis. */
export interface TroubledNode {
  /** By which PostgreSQL knows its connections. */
  name: string
  url: string
  toDatabase: TcpProxy
  toRedis: TcpProxy
  kill(): Promise<void>
  start(): Promise<void>
  freeze(): void
  thaw(): void
}

export type NodesWorld = Awaited<ReturnType<typeof createNodesWorld>>

/** Real nodes on one database and one Redis, and a device on each, all of one person. */
export async function createNodesWorld(databaseUrl: string, redisUrl: string, count: number, seed: string) {
  const began = performance.now()
  const now = () => performance.now() - began
  const undo: (() => unknown)[] = []
  const front = await createProxy()
  undo.push(front.close)
  const nodes: TroubledNode[] = []
  for (let i = 0; i < count; i++) nodes.push(await createNode(`node ${i + 1}`, databaseUrl, redisUrl, front.url, undo))
  front.aimAt(nodes[0]?.url ?? '')

  const recorder = createRecorder(now, () => {})
  const random = createRandom(seed)
  const person = await createPerson(front.url)
  const devices = []
  for (const [i, node] of nodes.entries()) {
    const way = await createProxy()
    undo.push(way.close)
    way.aimAt(node.url)
    const name = `Device ${i + 1}`
    const device = createNodeDevice(name, await person.newDevice(name), way.url, random.fork(name), recorder)
    undo.push(device.stop)
    /** What a balancer does that takes a node for gone: its next connection leads to the other one. */
    const aimAt = (other: TroubledNode) => way.aimAt(other.url)
    /** And when it is gone. */
    const moveTo = (other: TroubledNode) => {
      aimAt(other)
      way.cut()
    }
    devices.push({ ...device, aimAt, moveTo })
  }
  return {
    ...{ nodes, devices, recorder, now },
    /** What databases held whose place others took. */
    lost: [] as LogChange[],
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
  baseUrl: string,
  undo: (() => unknown)[],
): Promise<TroubledNode> {
  const [toDatabase, toRedis, port] = [await createProxy(), await createProxy(), await freePort()]
  const through = (proxy: TcpProxy, address: string) => {
    const url = new URL(address)
    proxy.aimAt(`http://${url.hostname}:${url.port || (url.protocol === 'redis:' ? 6379 : 5432)}`)
    const { hostname, port: near } = new URL(proxy.url)
    url.hostname = hostname
    url.port = near
    return url.href
  }
  const env = {
    ...{ PORT: String(port), BASE_URL: baseUrl, LOG_LEVEL: 'fatal', AUTH_SECRET: 'the same on every node, 32 letters' },
    DATABASE_URL: `${through(toDatabase, databaseUrl)}?application_name=${encodeURIComponent(name)}`,
    REDIS_URL: through(toRedis, redisUrl),
    DATA_DIR: `/nowhere/${randomUUID()}`,
  }
  let child: ChildServer | undefined
  const signal = (it: NodeJS.Signals) => void child?.process.kill(it)
  async function kill() {
    signal('SIGKILL')
    await child?.ended
  }
  async function start() {
    child = startChild(env)
    await child.ready
  }
  undo.push(toDatabase.close, toRedis.close, kill)
  await start()
  const url = `http://127.0.0.1:${port}`
  return { name, url, toDatabase, toRedis, kill, start, freeze: () => signal('SIGSTOP'), thaw: () => signal('SIGCONT') }
}
