import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { routes } from '../../../lib/protocol/routes.ts'
import { newDevice, signUp } from '../../kit/clients/account.ts'
import { createHttpClient } from '../../kit/clients/http-client.ts'
import { connectLive, type Live } from '../../kit/clients/live.ts'
import { isInstalled, type StartBalancer, startCaddy, startNginx } from '../../kit/network/balancer.ts'
import { freePort } from '../../kit/network/free-port.ts'
import { testDatabase } from '../../kit/postgres/test-database.ts'
import { createRandom } from '../../kit/random.ts'
import { startRedis } from '../../kit/redis/redis-server.ts'
import { startServerProcess } from '../../kit/server/server-process.ts'
import type { Event } from '../../simulation/history/event.ts'
import { createNodeDevice, type NodeDevice } from '../devices/node-device.ts'
import { createRecorder } from '../recorder.ts'
import { keepWriting } from '../writing.ts'
import { readLog } from './committed.ts'
import { judgeNodes } from './verdict.ts'

const DEVICES = 6
const WATCHERS = 6
/** Ten times as long as it takes. */
const WITHOUT_MS = 10_000

/** Three nodes behind a balancer, and devices with the real engine that write all the time. */
async function setUp(startBalancer: StartBalancer) {
  const databaseUrl = await testDatabase()
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const ports = [await freePort(), await freePort(), await freePort()] as const
  const balancer = await startBalancer(ports)
  onTestFinished(() => balancer[Symbol.asyncDispose]())
  setDefaultCACertificates([...getCACertificates('default'), balancer.certificate])
  const start = (port: number) =>
    startServerProcess({
      ...{ PORT: String(port), BASE_URL: balancer.url, DATABASE_URL: databaseUrl, REDIS_URL: redis.url },
      ...{ TRUST_PROXY: '1', DRAIN_SECONDS: '3', LOG_LEVEL: 'warn' },
      AUTH_SECRET: 'the same on every node, 32 letters',
    })
  const nodes = new Map(ports.map((port) => [port, start(port)]))
  onTestFinished(async () => {
    for (const node of nodes.values()) await node[Symbol.asyncDispose]()
  })
  for (const node of nodes.values()) await node.ready
  const http = createHttpClient(balancer.url)
  await expect.poll(async () => (await http('GET', routes.ready)).status, { timeout: 20_000 }).toBe(200)

  const began = performance.now()
  const recorder = createRecorder(
    () => performance.now() - began,
    () => {},
  )
  const account = await signUp(http)
  const random = createRandom('rolling')
  const devices: NodeDevice[] = []
  for (let n = 1; n <= DEVICES; n++) {
    const name = `Device ${n}`
    const device = createNodeDevice(
      name,
      await newDevice(http, account, name),
      balancer.url,
      random.fork(name),
      recorder,
    )
    onTestFinished(device.stop)
    devices.push(device)
  }
  const { userId: user, deviceId: device, token } = await newDevice(http, account, 'Watcher')
  recorder.add({ type: 'device', user, device, via: 'session' })
  return { databaseUrl, ports, nodes, start, recorder, random, devices, token }
}

/** Restarts a node as its operator does, while some devices are connected to it directly. */
async function restart({ nodes, start, token }: Awaited<ReturnType<typeof setUp>>, port: number) {
  const node = nodes.get(port)
  const url = `http://127.0.0.1:${port}`
  const http = createHttpClient(url)
  const ask = () => http('GET', routes.ready).then(({ status }) => status)
  // A kept connection may close just as it is used. The second try takes a new one.
  const readiness = () => ask().catch(ask).catch(String)
  const watchers = await Promise.all(Array.from({ length: WATCHERS }, () => connectLive(url, token)))
  expect(await readiness()).toBe(200)

  const pull = { after: 0, limit: 1 }
  const answers = ({ call }: Live) =>
    call('pull', pull).then(
      () => true,
      () => false,
    )
  const gone: { at: number; readiness: number | string; othersAnswer: boolean }[] = []
  const allGone = watchers.map(async ({ closed }) => {
    await closed
    const at = performance.now()
    const said = await readiness()
    // A connection that the node has closed may still look connected here, but nobody answers on it.
    const othersAnswer = (await Promise.all(watchers.map(answers))).includes(true)
    gone.push({ at, readiness: said, othersAnswer })
  })
  node?.process.kill('SIGTERM')
  await expect.poll(readiness, { interval: 10 }).toBe(503)
  // The balancer learns of it while the node still answers.
  expect(watchers.some((it) => it.socket.connected)).toBe(true)
  await Promise.all(allGone)
  // The node may end once the last one is gone.
  expect(gone.filter((it) => it.othersAnswer && it.readiness !== 503)).toEqual([])
  // The node lets its connections go one by one.
  expect(Math.max(...gone.map((it) => it.at)) - Math.min(...gone.map((it) => it.at))).toBeGreaterThan(100)
  expect(await node?.ended, node?.output()).toBe(0)

  nodes.set(port, start(port))
  await nodes.get(port)?.ready
}

/** Each time that the device had no live connection, in ms. */
function timesWithout(events: readonly Event[], device: string): number[] {
  const mine = new Set(events.flatMap((it) => (it.type === 'connected' && it.device === device ? [it.connection] : [])))
  const times: number[] = []
  let since: number | null = null
  for (const event of events) {
    if (event.type === 'disconnected' && mine.has(event.connection)) since ??= event.at
    if (event.type !== 'emitted' || event.event !== 'hello' || !mine.has(event.connection)) continue
    if (since !== null) times.push(event.at - since)
    since = null
  }
  return times
}

const balancers: [string, StartBalancer][] = [
  ['nginx', startNginx],
  ['caddy', startCaddy],
]
for (const [name, startBalancer] of balancers) {
  describe.skipIf(!isInstalled(name))(`three nodes behind ${name}`, () => {
    test('are restarted one after the other: nobody is without a connection for long, and nothing is lost or refused', {
      timeout: 120_000,
    }, async () => {
      const world = await setUp(startBalancer)
      const { databaseUrl, devices, recorder, random } = world
      let left = 1
      const writing = devices.map((it) =>
        keepWriting({
          ...{ name: it.name, random: random.fork(`${it.name} writes`), others: [], gap: [50, 200] as const },
          left: () => left,
          write: (text) => it.write(text, 'all'),
        }),
      )
      for (const port of world.ports) await restart(world, port)
      left = 0
      await Promise.all(writing)
      const user = devices[0]?.credentials.userId ?? ''
      const look = async () => {
        const { head } = await readLog(databaseUrl, user)
        return Promise.all(devices.map((it) => it.problem(head)))
      }
      await expect.poll(look, { timeout: 30_000 }).toEqual(devices.map(() => null))

      const events: Event[] = [
        ...recorder.events(),
        {
          at: Number.MAX_SAFE_INTEGER,
          type: 'end',
          devices: devices.map((it) => ({ device: it.credentials.deviceId, problem: null })),
        },
      ]
      const log = await readLog(databaseUrl, user)
      expect(judgeNodes(events, [log])).toEqual([])
      expect(log.head).toBeGreaterThan(100)
      expect(events.filter(isRefusal)).toEqual([])
      const without = devices.map((it) => timesWithout(events, it.credentials.deviceId))
      // Every device lost its connection at least once.
      expect(Math.min(...without.map((it) => it.length))).toBeGreaterThan(0)
      expect(Math.max(...without.flat())).toBeLessThan(WITHOUT_MS)
    })
  })
}

/** Whether it refuses a message for good. */
function isRefusal(event: Event): boolean {
  const { results = [] } = ((event.type === 'answer' && event.ok && event.result) || {}) as {
    results?: { ok: boolean }[]
  }
  return results.some((it) => !it.ok)
}
