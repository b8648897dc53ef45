import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let device: TestDevice
const content = 'The door code is 4711. '.repeat(200)

beforeAll(async () => {
  server = await startServer()
  device = await server.device(await server.signUp())
  await device.send([{ content }])
})
afterAll(() => server[Symbol.asyncDispose]())

/** Not fetch, which decodes by itself. */
async function get(path: string, accepted?: string, token = device.token) {
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>()
  const headers = { Authorization: `Bearer ${token}`, ...(accepted !== undefined && { 'Accept-Encoding': accepted }) }
  request(`${server.url}${path}`, { headers }, resolve).on('error', reject).end()
  const response = await promise
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) }
}

const decoders = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync }

test.each(['gzip', 'br', 'zstd'] as const)('a batch over 1 KiB goes out as %s, and says the same', async (coding) => {
  const plain = await get('/v1/messages?after=0')
  const { status, headers, bytes } = await get('/v1/messages?after=0', coding)
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, coding, 'Accept-Encoding'])
  expect(headers['content-type']).toBe('application/json')
  expect(decoders[coding](bytes).toString()).toBe(plain.bytes.toString())
  expect(bytes.length).toBeLessThan(plain.bytes.length / 4)
  if (headers['content-length'] !== undefined) expect(Number(headers['content-length'])).toBe(bytes.length)
})

test('what is short, and what is for a client that takes nothing of it, goes out as it is', async () => {
  for (const [path, accepted] of [
    ['/v1/messages?after=0', undefined],
    ['/v1/messages?after=0', 'identity'],
    ['/v1/messages?after=0', 'gzip;q=0'],
    ['/v1/inbox', 'gzip, br, zstd'],
  ] as const) {
    const { headers, bytes } = await get(path, accepted)
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Accept-Encoding'])
    expect(JSON.parse(bytes.toString())).toBeInstanceOf(Object)
  }
})

test('errors keep their form', async () => {
  const { status, headers, bytes } = await get('/v1/messages?after=0', 'gzip', 'wrong')
  expect([status, headers['content-encoding']]).toEqual([401, undefined])
  expect(JSON.parse(bytes.toString())).toMatchObject({ error: { code: 'unauthenticated' } })
})
