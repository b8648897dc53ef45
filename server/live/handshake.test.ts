import { afterAll, beforeAll, expect, test } from 'vitest'
import { FEATURES } from '../../lib/protocol/about.ts'
import { connectLive, type RefusedHandshake } from '../../tests/kit/clients/live.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer
let device: TestDevice

beforeAll(async () => {
  server = await startServer()
  device = await server.device(await server.signUp())
})
afterAll(() => server[Symbol.asyncDispose]())

async function refusal(token: unknown, headers: Record<string, string> = {}, url = server.url) {
  const refused = await connectLive(url, token, headers).catch((error: RefusedHandshake) => error)
  return 'wire' in refused ? refused.wire : 'let in'
}

test('a device is let in, and hello comes first', async () => {
  const live = await device.connect()
  await live.until(() => live.devices().length > 0)
  expect(live.events[0]?.event).toBe('hello')
  const { digest, ...hello } = live.hello
  expect(digest).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
  expect(hello).toEqual({
    userId: device.userId,
    deviceId: device.deviceId,
    head: 0,
    floor: 0,
    lastReceivedVersion: 0,
    heartbeatMs: 60_000,
    readUpTo: 0,
    protocol: '1.1',
    features: [...FEATURES],
  })
})

test.each([undefined, null, '', 'nonsense', 7, { token: 'x' }, ['x'], 'x'.repeat(100_000)])(
  'a token of %j is unauthenticated',
  async (token) => {
    expect(await refusal(token)).toMatchObject({ code: 'unauthenticated', message: expect.any(String) })
  },
)

test('a revoked device is told so', async () => {
  const other = await server.device(await server.signUp())
  await server.http('DELETE', `/v1/devices/${other.deviceId}`, { token: other.token })
  expect(await refusal(other.token)).toMatchObject({ code: 'revoked' })
})

test('a page elsewhere is not let in, even with a token; our own page is', async () => {
  expect(await refusal(device.token, { Origin: 'https://evil.example' })).toMatchObject({ code: 'forbidden' })
  expect(await refusal(device.token, { Origin: `http://localhost:${server.port}` })).toBe('let in')
})

test('too many wrong tokens are slowed down, and right ones do not suffer from it', async () => {
  await using strict = await startServer({ rateLimit: true })
  const right = await strict.device(await strict.signUp())
  const wrong = []
  for (let i = 0; i < 70; i++) wrong.push(await strict.http('GET', '/v1/messages', { token: 'nonsense' }))
  expect(wrong.at(0)?.status).toBe(401)
  expect(wrong.at(-1)).toMatchObject({ status: 429, json: { error: { code: 'rate_limited' } } })
  expect(await refusal('nonsense', {}, strict.url)).toMatchObject({
    code: 'rate_limited',
    retryAfterMs: expect.any(Number),
  })
  expect((await right.connect()).hello.deviceId).toBe(right.deviceId)
})

test('long polling is not offered', async () => {
  const answer = await server.http('GET', '/socket.io/?EIO=4&transport=polling')
  expect(answer.status).toBe(400)
})

test('upgrades to other paths are closed', async () => {
  for (const path of ['/', '/v1/messages', '/_next/hmr', '/socket.io.evil/']) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`)
    const { type } = await new Promise<Event>((resolve) => {
      for (const name of ['open', 'error'] as const) socket.addEventListener(name, resolve)
    })
    expect(type).toBe('error')
  }
})
