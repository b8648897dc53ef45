import { randomUUID } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { routes } from '../../lib/protocol/routes.ts'
import { startRedis } from '../redis/testing/redis-server.ts'
import { signUp } from '../testing/account.ts'
import { type ChildServer, startChild } from '../testing/child.ts'
import { freePort } from '../testing/free-port.ts'
import { createHttpClient, type HttpClient } from '../testing/http-client.ts'
import type { Live } from '../testing/live.ts'
import { testDatabase } from '../testing/test-database.ts'
import { createTestDevice, type TestDevice } from '../testing/test-device.ts'
import { isInstalled, type Ports, type StartBalancer, startCaddy, startNginx } from './testing/balancer.ts'

async function setUp(startBalancer: StartBalancer) {
  const databaseUrl = await testDatabase()
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const ports: Ports = [await freePort(), await freePort()]
  const balancer = await startBalancer(ports)
  onTestFinished(() => balancer[Symbol.asyncDispose]())
  setDefaultCACertificates([...getCACertificates('default'), balancer.certificate])
  const start = (port: number): ChildServer =>
    startChild({
      ...{ PORT: String(port), BASE_URL: balancer.url, DATABASE_URL: databaseUrl, TRUST_PROXY: '1', RATE_LIMIT: 'on' },
      ...{ REDIS_URL: redis.url, DRAIN_SECONDS: '3', LOG_LEVEL: 'warn' },
      AUTH_SECRET: 'the same on every node, 32 letters',
    })
  const running = new Map(ports.map((port) => [port, start(port)]))
  onTestFinished(async () => {
    for (const node of running.values()) await node[Symbol.asyncDispose]()
  })
  for (const node of running.values()) await node.ready
  const http = createHttpClient(balancer.url)
  await expect.poll(async () => (await http('GET', routes.ready)).status, { timeout: 20_000 }).toBe(200)

  async function restart(port: number) {
    const node = running.get(port)
    node?.process.kill('SIGTERM')
    expect(await node?.ended, node?.output()).toBe(0)
    running.set(port, start(port))
    await running.get(port)?.ready
  }
  return { http, url: balancer.url, ports, restart }
}

/** Keeps a live connection, as a device does: when it is sent away it comes back. */
async function stayLive(device: TestDevice, isOver: () => boolean) {
  const lives: Live[] = []
  for (;;) {
    const live = await device.connect().catch(() => undefined)
    if (!live) continue
    lives.push(live)
    await Promise.race([live.closed, live.until(isOver)])
    if (isOver()) return lives
  }
}

/** Sends one after the other, each until it is taken. Answers their ids and how many tries failed. */
async function keepSending(http: HttpClient, token: string, isOver: () => boolean) {
  const ids: string[] = []
  let failed = 0
  while (!isOver()) {
    const messageId = randomUUID()
    const json = { messages: [{ messageId, receiverDeviceId: 'all', content: 'x' }] }
    while ((await http('POST', routes.messages, { token, json }).catch(() => null))?.status !== 200) failed += 1
    ids.push(messageId)
  }
  return { ids, failed }
}

const balancers: [string, StartBalancer][] = [
  ['nginx', startNginx],
  ['caddy', startCaddy],
]
for (const [name, startBalancer] of balancers) {
  const here = isInstalled(name)
  if (!here) console.warn(`Skipped: ${name} is not installed (Debian: the package ${name})`)

  describe.skipIf(!here)(`behind ${name}, as docs/deploy has it`, () => {
    test('devices live through a rolling restart, and nothing is lost', async () => {
      const { http, url, ports, restart } = await setUp(startBalancer)
      const account = await signUp(http)
      const [desk, phone] = [
        await createTestDevice(url, account, 'Desk'),
        await createTestDevice(url, account, 'Phone'),
      ]
      onTestFinished(() => desk.disconnectAll())
      onTestFinished(() => phone.disconnectAll())
      let isOver = false
      const [sending, living] = [keepSending(http, desk.token, () => isOver), stayLive(phone, () => isOver)]
      for (const port of ports) await restart(port)
      isOver = true
      const { ids } = await sending
      await desk.send([{ content: 'the last one' }])
      const lives = await living
      expect(lives.length).toBeGreaterThan(1)

      const stored: string[] = []
      for (let after = 0, head = 1; after < head; ) {
        const batch = await phone.pull({ after, limit: 2_000 })
        stored.push(...batch.messages.map((it) => it.messageId))
        after = batch.upTo
        head = batch.head
      }
      expect(stored.slice(0, -1)).toEqual(ids)
      expect(lives.flatMap((it) => it.batches()).length).toBeGreaterThan(0)
    })

    test('who guesses is known by where they come from, whatever they write into the header', async () => {
      const { http } = await setUp(startBalancer)
      const guess = async (i: number) => {
        const headers = { 'X-Forwarded-For': `10.0.0.${i}` }
        return (await http('POST', routes.claim, { json: { code: 'WRNG-0000', name: 'x' }, headers })).status
      }
      const answers: number[] = []
      for (let i = 0; i < 12; i++) answers.push(await guess(i))
      expect(answers).toEqual([...Array(10).fill(404), 429, 429])
    })
  })
}
