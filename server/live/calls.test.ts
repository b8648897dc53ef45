import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer
let device: TestDevice
let stranger: TestDevice
let live: Live

beforeAll(async () => {
  server = await startServer()
  device = await server.device(await server.signUp())
  stranger = await server.device(await server.signUp())
  live = await device.connect()
})
afterAll(() => server[Symbol.asyncDispose]())

const item = (content: string, more: object = {}) => ({
  messageId: randomUUID(),
  receiverDeviceId: 'all',
  content,
  ...more,
})

describe('what a device asks for', () => {
  test('send: results in order', async () => {
    const messages = [item('a'), item('b', { receiverDeviceId: stranger.deviceId }), item('c')]
    expect(await live.call('send', { messages })).toMatchObject({
      ok: true,
      results: [
        { messageId: messages[0]?.messageId, ok: true, duplicate: false },
        { messageId: messages[1]?.messageId, ok: false, error: { code: 'unknown_receiver' } },
        { messageId: messages[2]?.messageId, ok: true, duplicate: false },
      ],
    })
  })

  test('pull: the same batch as over HTTP', async () => {
    await device.send([{ content: 'pulled both ways ✓' }])
    const { ok, batch } = await live.call('pull', { after: 0, limit: 2000 })
    expect(ok).toBe(true)
    expect(batch.messages.length).toBeGreaterThan(0)
    expect(batch).toEqual(await device.pull({ after: 0, limit: 2000 }))
  })

  test('ack: moves only forward, and never past head', async () => {
    const { batch } = await live.call('pull', { after: 0 })
    const { upTo: version, digest } = batch
    expect(await live.call('ack', { version, digest })).toEqual({ ok: true, lastReceivedVersion: version })
    expect(await live.call('ack', { version: 0 })).toEqual({ ok: true, lastReceivedVersion: version })
    const ahead = await live.call('ack', { version: version + 1 })
    expect(ahead).toMatchObject({ ok: false, error: { code: 'history_forked', head: version } })
    const other = await live.call('ack', { version, digest: 'abc' })
    expect(other).toMatchObject({ ok: false, error: { code: 'history_forked' } })
  })
})

describe('what makes no sense', () => {
  const payloads = [undefined, null, 7, 'x', [], {}, { messages: 'x' }, { after: 'x' }, { version: 'x' }, { limit: -1 }]
  const cases = ['send', 'ack'].flatMap((event) => payloads.map((payload) => [event, payload] as const))

  test.each(cases)('%s of %j is an invalid request', async (event, payload) => {
    expect(await live.call(event, payload)).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  })

  test.each([null, 7, 'x', [], [{}], { after: -1 }, { after: 'x' }, { limit: 0 }, { digest: 'abc' }])(
    'pull of %j is an invalid request',
    async (payload) => {
      expect(await live.call('pull', payload)).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
    },
  )

  test('an event without a payload is one', async () => {
    expect(await live.call('send')).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  })

  test.each(['nothing', 'hello', 'batch', 'revoked', 'error', '__proto__', 'constructor', ''])(
    'an event "%s" is answered as unknown',
    async (event) => {
      const answer = await live.call(event, {})
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
    },
  )

  test('without an acknowledgement, or with bytes, or with too many arguments, nothing breaks', async () => {
    const events = ['send', 'pull', 'ack', 'nothing', 'error']
    for (const event of events) {
      live.socket.emit(event)
      live.socket.emit(event, null)
      live.socket.emit(event, { messages: [] }, 'not a function')
      live.socket.emit(event, Buffer.alloc(1000))
    }
    const bytes = await live.call('send', { messages: [item('x', { content: Buffer.from('x') })] })
    expect(bytes).toMatchObject({ ok: true, results: [{ ok: false, error: { code: 'invalid_request' } }] })
    expect(await live.call('pull', { after: 0 }, 1, 2, 3)).toMatchObject({ ok: true })
  })

  test('a send without an acknowledgement is stored all the same', async () => {
    const content = `nobody asks ${randomUUID()}`
    live.socket.emit('send', { messages: [item(content)] })
    await live.until(() => live.batches().some((it) => it.messages.some((message) => message.content === content)))
  })
})

describe('size', () => {
  const full = (count: number) => ({
    messages: Array.from({ length: count }, () => item('x'.repeat(limits.contentBytes))),
  })

  test('just under 8 MiB is taken, more is too large, and the connection goes on', async () => {
    const big = await (await server.device(await server.signUp())).connect()
    expect((await big.call('send', full(127))).ok).toBe(true)
    expect(await big.call('send', full(128))).toMatchObject({ ok: false, error: { code: 'payload_too_large' } })
    expect((await big.call('send', full(1))).ok).toBe(true)
    expect(await big.call('pull', { after: 0, limit: 1 })).toMatchObject({ ok: true, batch: { head: 128 } })
  })

  test('far more is cut off, and harms no other connection', async () => {
    const huge = await (await server.device(await server.signUp())).connect()
    huge.socket.emit('send', { messages: [item('x'.repeat(2 * limits.requestBytes))] })
    expect(await huge.closed).toMatch(/transport/)
    expect((await live.call('pull', { after: 0 })).ok).toBe(true)
  })

  test('a deeply nested payload is refused', async () => {
    let nested: unknown = 'x'
    for (let i = 0; i < 3_000; i++) nested = [nested]
    expect(await live.call('send', { messages: [nested] })).toMatchObject({ ok: true, results: [{ ok: false }] })
    expect(await live.call('send', nested)).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  })
})

test('a device that asks too often is told to wait, on both channels', async () => {
  await using strict = await startServer({ rateLimit: true })
  const busy = await strict.device(await strict.signUp())
  const connection = await busy.connect()
  const answers = await Promise.all(Array.from({ length: 6_100 }, () => connection.call('ack', { version: 0 })))
  expect(answers.slice(0, 5_900).every((it) => it.ok)).toBe(true)
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'rate_limited', retryAfterMs: expect.any(Number) } })
  const http = await strict.http('GET', '/v1/messages', { token: busy.token })
  expect(http).toMatchObject({ status: 429, json: { error: { code: 'rate_limited' } } })
  expect(Number(http.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('frames that are no Socket.IO, or no device, close their connection and nothing else', async () => {
  const frames = [
    '',
    '9',
    '4',
    '42',
    '42[',
    '42["send"',
    '451-["send",{"_placeholder":true,"num":99}]',
    '40/admin,',
    'x'.repeat(1e6),
  ]
  for (const frame of frames) {
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    await new Promise((resolve) => raw.addEventListener('open', resolve))
    raw.send(frame)
    raw.send('40')
    await new Promise((resolve) => {
      raw.addEventListener('close', resolve)
      raw.addEventListener('message', ({ data }) => String(data).startsWith('44') && raw.close())
    })
  }
  expect((await live.call('pull', { after: 0 })).ok).toBe(true)
})
