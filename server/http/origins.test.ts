import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '../../tests/kit/clients/account.ts'
import { connectLive, RefusedHandshake } from '../../tests/kit/clients/live.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

const BASE_URL = 'https://roost.example'

let server: TestServer
let account: Account
let device: TestDevice

beforeAll(async () => {
  server = await startServer({ baseUrl: BASE_URL })
  account = await server.signUp()
  device = await server.device(account)
})
afterAll(() => server[Symbol.asyncDispose]())

const foreign = [
  'null',
  'https://evil.example',
  'http://roost.example',
  'https://roost.example:8443',
  'https://ROOST.example',
  'HTTPS://roost.example',
  'https://roost.example/',
  'https://roost.example.',
  'https://roost.example.evil.example',
  'https://x.roost.example',
  'https://roost.example@evil.example',
  'https://roost.example, https://evil.example',
  'file://',
]

const calls = [
  ['POST', '/v1/devices'],
  ['GET', '/v1/devices'],
  ['PATCH', `/v1/devices/${randomUUID()}`],
  ['DELETE', `/v1/devices/${randomUUID()}`],
  ['POST', '/v1/pairings'],
  ['DELETE', `/v1/pairings/${randomUUID()}`],
  ['POST', '/v1/pairings/claim'],
  ['POST', '/v1/messages'],
  ['GET', '/v1/messages'],
  ['POST', '/v1/ack'],
  ['POST', '/v1/nothing'],
  ['POST', '/api/auth/sign-in/email'],
  ['POST', '/api/auth/sign-up/email'],
  ['POST', '/api/auth/sign-out'],
  ['GET', '/api/auth/get-session'],
] as const

describe.each(foreign)('from %s', (Origin) => {
  test.each(calls)('%s %s with the cookie is forbidden', async (method, path) => {
    const answer = await server.http(method, path, { cookie: account.cookie, headers: { Origin } })
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } })
  })

  test('a socket is not let in, even with a token', async () => {
    const refused = await connectLive(server.url, device.token, { Origin }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RefusedHandshake)
    expect((refused as RefusedHandshake).wire).toMatchObject({ code: 'forbidden' })
  })
})

test('our own pages, and scripts, which have none, may', async () => {
  for (const headers of [{ Origin: BASE_URL }, {}] as Record<string, string>[]) {
    expect((await server.http('GET', '/v1/devices', { cookie: account.cookie, headers })).status).toBe(200)
    const live = await connectLive(server.url, device.token, headers)
    expect(live.hello.deviceId).toBe(device.deviceId)
    live.close()
  }
})

test('no answer lets a page elsewhere read it', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }
    const answer = await server.http(method, '/v1/devices', { token: device.token, headers })
    expect([...answer.headers.keys()].filter((it) => it.startsWith('access-control'))).toEqual([])
  }
})
