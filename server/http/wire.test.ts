import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer
let device: TestDevice

beforeAll(async () => {
  server = await startServer()
  device = await server.device(await server.signUp())
})
afterAll(() => server[Symbol.asyncDispose]())

const streamOf = (chunks: Uint8Array[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

const calls = [
  ['GET', '/v1/devices'],
  ['PATCH', `/v1/devices/${randomUUID()}`],
  ['DELETE', `/v1/devices/${randomUUID()}`],
  ['POST', '/v1/devices'],
  ['POST', '/v1/pairings'],
  ['DELETE', `/v1/pairings/${randomUUID()}`],
  ['GET', '/v1/pairings/claims'],
  ['POST', `/v1/pairings/claims/${randomUUID()}/decide`],
  ['POST', '/v1/messages'],
  ['GET', '/v1/messages'],
  ['POST', '/v1/ack'],
  ['POST', '/v1/read'],
  ['GET', '/v1/inbox'],
  ['PUT', '/v1/push'],
  ['DELETE', '/v1/push'],
] as const

describe('who may call', () => {
  test.each(calls)('%s %s needs to know who calls', async (method, path) => {
    for (const token of [undefined, 'nonsense', `${device.token}x`, device.token.slice(0, -1)]) {
      const answer = await server.http(method, path, { token })
      expect(answer).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } })
    }
  })

  test('an Authorization that is no bearer token is none', async () => {
    const answer = await server.http('GET', '/v1/messages', { headers: { Authorization: `Basic ${device.token}` } })
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } })
  })
})

describe('what is not the wire', () => {
  test.each([
    ['GET', '/v1'],
    ['GET', '/v1/nothing'],
    ['PUT', '/v1/messages'],
    ['GET', '/v1/ack'],
    ['OPTIONS', '/v1/messages'],
    ['POST', '/v1/devices/x/y'],
    ['GET', '/metrics'],
    ['GET', '/api/nothing'],
  ])('%s %s is not found', async (method, path) => {
    const answer = await server.http(method, path, { token: device.token })
    expect(answer).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
  })
})

describe('query parameters', () => {
  test.each([
    ['POST', '/v1/messages?too=x', 'too'],
    ['POST', '/v1/messages?to=all&To=x', 'To'],
    ['GET', '/v1/messages?after=0&limits=1', 'limits'],
    ['POST', '/v1/ack?version=1', 'version'],
    ['GET', '/v1/devices?formers=true', 'formers'],
    ['POST', '/v1/pairings/claim?code=x', 'code'],
  ])('%s %s names the one that there is not', async (method, path, name) => {
    const body = method === 'POST' ? { body: 'hello', headers: { 'Content-Type': 'text/plain' } } : {}
    const answer = await server.http(method, path, { token: device.token, ...body })
    const error = { code: 'invalid_request', message: `${name}: there is no such query parameter` }
    expect(answer).toMatchObject({ status: 400, json: { error } })
    expect((await device.pull({ after: 0 })).head).toBe(0)
  })
})

describe('malformed requests', () => {
  test.each([
    ['nothing', ''],
    ['half a document', '{"messages":['],
    ['text', 'hello'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a million nested lists', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['a nested list as messages', `{"messages":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`],
    ['the keys of Object', '{"__proto__":{"messages":[]},"constructor":1}'],
  ])('a body of %s is answered, and nothing breaks', async (_name, body) => {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await server.http('POST', '/v1/messages', { token: device.token, body, headers })
    const error = answer.json.error ?? answer.json.results[0].error
    expect(error.code).toBe('invalid_request')
    expect((await server.http('GET', '/healthz')).status).toBe(200)
  })

  test('more than 8 MiB is too large, with and without a length that says so', async () => {
    const json = { messages: [{ content: 'x'.repeat(limits.requestBytes) }] }
    const declared = await server.http('POST', '/v1/messages', { token: device.token, json })
    expect(declared).toMatchObject({ status: 413, json: { error: { code: 'payload_too_large' } } })
    const chunks = Array(9).fill(new Uint8Array(1024 * 1024).fill(0x20))
    const chunked = await server.http('POST', '/v1/messages', {
      token: device.token,
      body: streamOf(chunks),
    })
    expect(chunked).toMatchObject({ status: 413, json: { error: { code: 'payload_too_large' } } })
  })

  test('just under 8 MiB is not', async () => {
    const content = 'x'.repeat(limits.contentBytes)
    const messages = Array.from({ length: 127 }, () => ({ messageId: randomUUID(), receiverDeviceId: 'all', content }))
    const answer = await server.http('POST', '/v1/messages', { token: device.token, json: { messages } })
    expect(answer.json.results.every((it: { ok: boolean }) => it.ok)).toBe(true)
  })

  test('a body that breaks off stores nothing and harms nobody', async () => {
    const { head } = await device.pull({ after: 0 })
    await new Promise<void>((resolve) => {
      const headers = { Authorization: `Bearer ${device.token}`, 'Content-Length': '1000' }
      const broken = request(`${server.url}/v1/messages`, { method: 'POST', headers })
      broken.on('error', () => resolve())
      broken.write('{"messages":[', () => broken.destroy())
    })
    expect((await device.pull({ after: 0 })).head).toBe(head)
  })
})

describe('every answer', () => {
  test('is not stored by caches, has its id, and may not be framed', async () => {
    for (const path of ['/v1/devices', '/v1/nothing', '/healthz', '/api/roost/welcome']) {
      const { headers } = await server.http('GET', path, { token: device.token })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })
})

test('live and ready', async () => {
  expect(await server.http('GET', '/healthz')).toMatchObject({ status: 200, json: { status: 'live' } })
  expect(await server.http('GET', '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
})
