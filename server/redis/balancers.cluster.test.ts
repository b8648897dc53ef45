import { randomUUID } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../../lib/protocol/calls.ts'
import { routes } from '../../lib/protocol/routes.ts'
import { signUp } from '../../tests/kit/clients/account.ts'
import { createHttpClient, type HttpClient } from '../../tests/kit/clients/http-client.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import { createTestDevice, type TestDevice } from '../../tests/kit/clients/test-device.ts'
import {
  isInstalled,
  type Ports,
  type StartBalancer,
  startCaddy,
  startNginx,
} from '../../tests/kit/network/balancer.ts'
import { freePort } from '../../tests/kit/network/free-port.ts'
import { runSql } from '../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../tests/kit/postgres/test-database.ts'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { type ServerProcess, startServerProcess } from '../../tests/kit/server/server-process.ts'

async function setUp(startBalancer: StartBalancer) {
  const databaseUrl = await testDatabase()
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const ports: Ports = [await freePort(), await freePort()]
  const balancer = await startBalancer(ports)
  onTestFinished(() => balancer[Symbol.asyncDispose]())
  setDefaultCACertificates([...getCACertificates('default'), balancer.certificate])
  const start = (port: number): ServerProcess =>
    startServerProcess({
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
  async function stopAll() {
    for (const node of running.values()) await node[Symbol.asyncDispose]()
  }
  return { http, url: balancer.url, ports, restart, stopAll, databaseUrl }
}

/** Keeps a live connection as a device does: it reconnects when it is disconnected. */
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

/** Sends one message after the other, each until it is accepted. Returns their ids and the number of failed tries. */
async function keepSending(http: HttpClient, token: string, isOver: () => boolean) {
  const ids: string[] = []
  let failed = 0
  while (!isOver()) {
    const messageId = randomUUID()
    const json = { messages: [{ messageId, receiverDeviceId: 'all', content: 'x' }] }
    while ((await http('POST', pathOf('send'), { token, json }).catch(() => null))?.status !== 200) failed += 1
    ids.push(messageId)
  }
  return { ids, failed }
}

/** New connections are refused, and existing ones end. */
async function takeAway(databaseUrl: string) {
  const server = process.env.TEST_DATABASE_URL ?? ''
  const name = new URL(databaseUrl).pathname.slice(1)
  await runSql(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await runSql(server, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
}

const inThe = (words: object) => ({ error: { message: expect.any(String), ...words } })
const unavailable = inThe({ code: 'unavailable', retryAfterMs: expect.any(Number) })

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

    test('every error is one of the protocol, with no database and with no node, too', async () => {
      const { http, url, databaseUrl, stopAll } = await setUp(startBalancer)
      const { token } = await createTestDevice(url, await signUp(http), 'Desk')
      const body = new Uint8Array(10 * 1024 * 1024)
      const tooLarge = await http('POST', pathOf('send'), { token, body })
      expect([tooLarge.status, tooLarge.json]).toEqual([413, inThe({ code: 'payload_too_large' })])
      if (name === 'nginx') {
        const long = await http('GET', pathOf('pull'), { token, headers: { 'X-Long': 'x'.repeat(100_000) } })
        expect([long.status, long.json]).toEqual([400, inThe({ code: 'invalid_request' })])
      }

      const refusals = async () => {
        const calls = Array.from({ length: 8 }, (_, n) => {
          const json = { messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'x' }] }
          return n % 2 ? http('POST', pathOf('send'), { token, json }) : http('GET', pathOf('pull'), { token })
        })
        for (const { status, json, headers } of await Promise.all(calls)) {
          expect([status, json, headers.get('retry-after')]).toEqual([503, unavailable, expect.stringMatching(/^\d+$/)])
        }
      }
      await takeAway(databaseUrl)
      // Asked more than once: a balancer must not take a node for dead that says why it cannot answer.
      for (let i = 0; i < 2; i++) await refusals()
      if (name === 'nginx') expect((await http('GET', routes.ready)).json).toMatchObject({ status: 'not ready' })
      await stopAll()
      await refusals()
    })

    test('who guesses is known by where they come from, and a request by its own name, whatever they write into the headers', async () => {
      const { http } = await setUp(startBalancer)
      const guess = async (i: number) => {
        const headers = { 'X-Forwarded-For': `10.0.0.${i}`, 'X-Request-Id': 'c0ffee'.repeat(6) }
        const answer = await http('POST', pathOf('claimPairing'), { json: { code: 'WRNG-0000', name: 'x' }, headers })
        expect(answer.headers.get('x-request-id')).not.toBe(headers['X-Request-Id'])
        return answer.status
      }
      const answers: number[] = []
      for (let i = 0; i < 12; i++) answers.push(await guess(i))
      expect(answers).toEqual([...Array(10).fill(404), 429, 429])
    })
  })
}
