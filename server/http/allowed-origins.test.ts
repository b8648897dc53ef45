import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../tests/kit/clients/account.ts'
import { connectLive, RefusedHandshake } from '../../tests/kit/clients/live.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

const APP = 'https://app.example'

let server: TestServer
let account: Account
let device: TestDevice

beforeAll(async () => {
  server = await startServer({ baseUrl: 'https://roost.example', allowedOrigins: [APP] })
  account = await server.signUp()
  device = await server.device(account)
})
afterAll(() => server[Symbol.asyncDispose]())

const from = (Origin: string) => ({ Origin })

test('a page of an allowed origin may ask first, call with a token, and read answers and errors', async () => {
  const asking = {
    ...from(APP),
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization',
  }
  const preflight = await server.http('OPTIONS', '/v1/messages', { headers: asking })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization, Content-Type, Idempotency-Key/)
  expect(preflight.headers.get('access-control-allow-methods')).toMatch(/DELETE/)
  for (const [token, status] of [
    [device.token, 200],
    ['wrong', 401],
  ] as const) {
    const { headers, ...answer } = await server.http('GET', '/v1/messages', { token, headers: from(APP) })
    expect(answer.status).toBe(status)
    expect(headers.get('access-control-allow-origin')).toBe(APP)
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('vary')).toMatch(/Origin/)
    expect(headers.get('access-control-expose-headers')).toBe(
      'Location, Upload-Offset, Upload-Length, Tus-Resumable, ETag, Retry-After',
    )
  }
})

test('but never with a cookie, nor anything of the account', async () => {
  for (const [method, path] of [
    ['GET', '/v1/devices'],
    ['POST', '/v1/devices'],
    ['GET', '/api/auth/get-session'],
  ] as const) {
    const answer = await server.http(method, path, { cookie: account.cookie, headers: from(APP) })
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } })
  }
})

test('it may hold a live connection, and nobody else may', async () => {
  const live = await connectLive(server.url, device.token, from(APP))
  expect(live.hello.deviceId).toBe(device.deviceId)
  live.close()
  for (const origin of ['https://app.example.evil.example', 'http://app.example', 'https://APP.example']) {
    await expect(connectLive(server.url, device.token, from(origin))).rejects.toBeInstanceOf(RefusedHandshake)
    const { headers } = await server.http('GET', '/v1/messages', { token: device.token, headers: from(origin) })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('it may read a stream', async () => {
  const stop = new AbortController()
  const headers = { ...from(APP), Authorization: `Bearer ${device.token}` }
  const { status, headers: told } = await fetch(`${server.url}/v1/stream`, { headers, signal: stop.signal })
  expect([status, told.get('access-control-allow-origin')]).toEqual([200, APP])
  expect(told.get('access-control-allow-credentials')).toBeNull()
  stop.abort()
})

test('a page elsewhere uses up no pairing tries; one of an allowed origin may claim', async () => {
  await using limited = await startServer({ baseUrl: 'https://roost.example', allowedOrigins: [APP], rateLimit: true })
  const claim = (origin: string) =>
    limited.http('POST', '/v1/pairings/claim', { json: { code: 'AAAA-AAAA', name: 'x' }, headers: from(origin) })
  for (let n = 0; n < 15; n += 1) expect((await claim('https://evil.example')).status).toBe(403)
  expect((await claim(APP)).status).toBe(404)
})
