import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../../tests/kit/clients/account.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let account: Account
let laptop: TestDevice

beforeAll(async () => {
  server = await startServer()
  account = await server.signUp()
  laptop = await server.device(account)
})
afterAll(() => server[Symbol.asyncDispose]())

const offer = (token = laptop.token) => server.http('POST', '/v1/pairings', { token })
const claim = (json: unknown, on = server) => on.http('POST', '/v1/pairings/claim', { json })

test('a code makes a device of the same user, once', async () => {
  const { status, json } = await offer()
  expect(status).toBe(201)
  const text = expect.any(String)
  expect(json).toEqual({ pairingId: text, code: text, url: text, expiresAt: expect.any(Number) })
  expect(json.url).toBe(`http://localhost:${server.port}/pair#${json.code}`)
  const claimed = await claim({ code: json.code, name: 'phone' })
  expect(claimed.status).toBe(201)
  expect(claimed.json).toEqual({ userId: laptop.userId, deviceId: expect.any(String), token: expect.any(String) })
  expect((await server.http('GET', '/v1/messages', { token: claimed.json.token })).status).toBe(200)
  expect(await claim({ code: json.code, name: 'phone' })).toMatchObject({
    status: 404,
    json: { error: { code: 'not_found' } },
  })
})

test('a code dies with the device that offered it', async () => {
  const offering = await server.device(account)
  const { json } = await offer(offering.token)
  await server.http('DELETE', `/v1/devices/${offering.deviceId}`, { token: offering.token })
  expect(await claim({ code: json.code, name: 'phone' })).toMatchObject({
    status: 404,
    json: { error: { code: 'not_found' } },
  })
})

test.each([
  { code: 'AAAA-AAAA', name: 'x' },
  { code: '', name: 'x' },
  { code: '0'.repeat(10_000), name: 'x' },
])('a wrong code is not found', async (json) => {
  expect(await claim(json)).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
})

test.each([{}, { code: 7, name: 'x' }, { code: 'AAAA-AAAA' }, { code: 'AAAA-AAAA', name: '' }, null])(
  'a claim of %j is refused',
  async (json) => {
    expect(await claim(json)).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  },
)

test('after 10 wrong codes even a right one has to wait, however fast they come', async () => {
  await using strict = await startServer({ rateLimit: true })
  const device = await strict.device(await strict.signUp())
  const offered = await strict.http('POST', '/v1/pairings', { token: device.token })
  const wrong = await Promise.all(Array.from({ length: 15 }, () => claim({ code: 'AAAA-AAAA', name: 'x' }, strict)))
  expect(wrong.filter((it) => it.status === 404)).toHaveLength(10)
  expect(wrong.filter((it) => it.status === 429)).toHaveLength(5)
  const right = await claim({ code: offered.json.code, name: 'x' }, strict)
  expect(right).toMatchObject({
    status: 429,
    json: { error: { code: 'rate_limited', retryAfterMs: expect.any(Number) } },
  })
  const wait = Number(right.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
})

test('right codes and unreadable claims do not count as wrong', async () => {
  await using strict = await startServer({ rateLimit: true })
  const device = await strict.device(await strict.signUp())
  for (let i = 0; i < 12; i++) {
    expect((await claim({ code: 'AAAA-AAAA' }, strict)).status).toBe(400)
    const offered = await strict.http('POST', '/v1/pairings', { token: device.token })
    expect((await claim({ code: offered.json.code, name: `${i}` }, strict)).status).toBe(201)
  }
})
