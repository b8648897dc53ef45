import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../../lib/protocol/limits.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let laptop: TestDevice
let phone: TestDevice
let stranger: TestDevice

beforeAll(async () => {
  server = await startServer()
  const account = await server.signUp()
  laptop = await server.device(account, 'laptop')
  phone = await server.device(account, 'phone')
  stranger = await server.device(await server.signUp(), 'stranger')
})
afterAll(() => server[Symbol.asyncDispose]())

const post = (json: unknown, token = laptop.token) => server.http('POST', '/v1/messages', { token, json })
const pull = (query: string, token = phone.token) => server.http('GET', `/v1/messages${query}`, { token })
const text = (body: BodyInit, headers: Record<string, string> = {}, query = '') =>
  server.http('POST', `/v1/messages${query}`, {
    token: laptop.token,
    body,
    headers: { 'Content-Type': 'text/plain', ...headers },
  })

describe('POST /v1/messages', () => {
  test('answers every item in order, refusals among them, and stores the rest', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const { head } = await phone.pull({ after: 0 })
    const answer = await post({
      messages: [
        { messageId: first, receiverDeviceId: 'all', content: 'one' },
        { messageId: 'no id', receiverDeviceId: 'all', content: 'two' },
        { messageId: randomUUID(), receiverDeviceId: stranger.deviceId, content: 'three' },
        { messageId: randomUUID(), receiverDeviceId: 'all', content: 'x'.repeat(limits.contentBytes + 1) },
        { messageId: randomUUID(), receiverDeviceId: 'all', kind: 'edit', targetId: randomUUID(), content: 'five' },
        { messageId: second, receiverDeviceId: phone.deviceId, content: 'six' },
        { messageId: first, receiverDeviceId: 'all', content: 'another' },
        { messageId: first, receiverDeviceId: 'all', content: 'one' },
      ],
    })
    expect(answer.status).toBe(200)
    expect(answer.json.results).toMatchObject([
      { messageId: first, ok: true, version: head + 1, duplicate: false },
      { messageId: null, ok: false, error: { code: 'invalid_request', message: expect.stringMatching(/messageId/) } },
      { ok: false, error: { code: 'unknown_receiver' } },
      { ok: false, error: { code: 'payload_too_large' } },
      { ok: false, error: { code: 'not_found' } },
      { messageId: second, ok: true, version: head + 2, duplicate: false },
      { messageId: first, ok: false, error: { code: 'conflict' } },
      { messageId: first, ok: true, version: head + 1, duplicate: true },
    ])
  })

  test.each([
    ['no list', {}],
    ['an empty list', { messages: [] }],
    ['too long a list', { messages: Array(limits.sendItems + 1).fill({}) }],
    ['a list instead of an object', []],
    ['null', null],
    ['a number', 7],
  ])('refuses %s as a whole', async (_name, json) => {
    const answer = await post(json)
    expect(answer.status).toBe(400)
    expect(answer.json.error.code).toBe('invalid_request')
  })

  test('carries content byte for byte', async () => {
    const content = '\ufeff  \r\n\t"\\ \u2028 👩‍👩‍👧‍👦 שלום e\u0301 \u0001 </script> '
    await laptop.send([{ content }])
    const { messages } = await phone.pull({ after: 0, limit: 2000 })
    expect(messages.at(-1)?.content).toBe(content)
  })
})

describe('POST /v1/messages as text', () => {
  test('stores the body as content for all', async () => {
    const answer = await text('\ufeffhello from curl \n')
    expect(answer.status).toBe(200)
    expect(answer.json.results).toMatchObject([{ ok: true, duplicate: false }])
    const { messages } = await phone.pull({ after: 0, limit: 2000 })
    expect(messages.at(-1)).toMatchObject({
      content: '\ufeffhello from curl \n',
      contentType: 'text/plain',
      receiverDeviceId: 'all',
      senderDeviceId: laptop.deviceId,
    })
  })

  test('goes to one device with ?to=, once per Idempotency-Key', async () => {
    const key = randomUUID()
    const first = await text('for you', { 'Idempotency-Key': key }, `?to=${phone.deviceId}`)
    const again = await text('for you', { 'Idempotency-Key': key }, `?to=${phone.deviceId}`)
    expect(first.json.results).toMatchObject([{ messageId: key, duplicate: false }])
    expect(again.json.results).toMatchObject([{ version: first.json.results[0].version, duplicate: true }])
    const other = await text('something else', { 'Idempotency-Key': key }, `?to=${phone.deviceId}`)
    expect(other.status).toBe(409)
    expect(other.json.error.code).toBe('conflict')
  })

  test.each([
    ['an Idempotency-Key that is no id', 'x', { 'Idempotency-Key': 'A-KEY' }, '', 400, 'invalid_request'],
    ['another charset', 'x', { 'Content-Type': 'text/plain; charset=latin1' }, '', 400, 'invalid_request'],
    ['bytes that are not UTF-8', new Uint8Array([0x61, 0xff]), {}, '', 400, 'invalid_request'],
    ['U+0000', 'a\0b', {}, '', 400, 'invalid_request'],
    ['a receiver that is no id', 'x', {}, '?to=phone', 400, 'invalid_request'],
    ['an unknown receiver', 'x', {}, `?to=${randomUUID()}`, 422, 'unknown_receiver'],
    ['too much content', 'x'.repeat(limits.contentBytes + 1), {}, '', 413, 'payload_too_large'],
  ] as const)('refuses %s with its own status', async (_name, body, headers, query, status, code) => {
    const answer = await text(body, headers, query)
    expect(answer).toMatchObject({ status, json: { error: { code } } })
  })
})

describe('GET /v1/messages', () => {
  test('gives ranges that join up to the whole, without what is for others', async () => {
    const tablet = await server.device(await server.signUp(), 'tablet')
    const sent = Array.from({ length: 7 }, (_, i) => ({ content: `${i}` }))
    await tablet.send(sent)
    const contents: string[] = []
    let after = 0
    for (let head = 1; after < head; ) {
      const batch = await tablet.pull({ after, limit: 3 })
      expect(batch.from).toBe(after)
      contents.push(...batch.messages.map((it) => it.content))
      after = batch.upTo
      head = batch.head
    }
    expect(contents).toEqual(sent.map((it) => it.content))
    expect(await tablet.pull({ after })).toMatchObject({ from: 7, upTo: 7, messages: [], head: 7, floor: 0 })
  })

  test('begins at lastReceivedVersion without `after`, and an ack moves it only forward', async () => {
    const tablet = await server.device(await server.signUp(), 'tablet')
    await tablet.send([{ content: 'a' }, { content: 'b' }, { content: 'c' }])
    expect((await tablet.pull()).from).toBe(0)
    expect((await tablet.ack({ version: 2 })).json).toEqual({ lastReceivedVersion: 2 })
    expect((await tablet.ack({ version: 1 })).json).toEqual({ lastReceivedVersion: 2 })
    expect((await tablet.pull()).messages.map((it) => it.content)).toEqual(['c'])
  })

  test('tells a device that knows more than the server, or another history', async () => {
    const tablet = await server.device(await server.signUp(), 'tablet')
    await tablet.send([{ content: 'a' }])
    const ahead = await pull('?after=2', tablet.token)
    expect(ahead).toMatchObject({ status: 409, json: { error: { code: 'history_forked', head: 1, floor: 0 } } })
    const other = await pull('?after=1&digest=abc', tablet.token)
    expect(other).toMatchObject({ status: 409, json: { error: { code: 'history_forked' } } })
    for (const request of [{ version: 2 }, { version: 1, digest: 'abc' }]) {
      const ack = await tablet.ack(request)
      expect(ack).toMatchObject({ status: 409, json: { error: { code: 'history_forked' } } })
    }
    expect((await tablet.pull()).from).toBe(0)
  })

  test.each([
    ['?after=x', 'after'],
    ['?after=-1', 'after'],
    ['?after=1.5', 'after'],
    ['?after=99999999999999999999', 'after'],
    ['?after=', 'after'],
    ['?limit=0', 'limit'],
    ['?limit=2001', 'limit'],
    ['?after=0&digest=%20', 'digest'],
    ['?digest=abc', 'digest'],
    ['?after=1e3', 'after'],
    ['?after=0x1', 'after'],
    ['?after=%2B1', 'after'],
    ['?after=%201', 'after'],
    ['?after=0&after=1', 'after'],
    ['?limit=1&limit=1', 'limit'],
    ['?aftr=1', 'aftr'],
    ['?__proto__=1', '__proto__'],
  ])('refuses %s and names the field', async (query, field) => {
    const answer = await pull(query)
    expect(answer.status).toBe(400)
    expect(answer.json.error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining(field) })
  })
})

describe('POST /v1/ack', () => {
  test.each([{}, { version: -1 }, { version: '1' }, { version: 1.5 }, { version: 1, digest: '' }, null, []])(
    'refuses %j',
    async (json) => {
      const answer = await server.http('POST', '/v1/ack', { token: phone.token, json })
      expect(answer).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
    },
  )
})
