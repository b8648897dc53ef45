import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Account } from '../../../tests/kit/clients/account.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let account: Account
let desk: TestDevice
let script: TestDevice

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(async () => {
  account = await server.signUp()
  desk = await server.device(account, 'desk')
  script = await server.device(account, 'script')
})

interface Told {
  event: string
  id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into events of every shape
  data: any
}

async function open(query = '', { token = script.token, headers = {} as Record<string, string> } = {}) {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const sent = { Authorization: `Bearer ${token}`, ...headers }
  const response = await fetch(`${server.url}/v1/stream${query}`, { headers: sent, signal: stop.signal })
  const events = readEvents(response)
  return {
    response,
    close: () => stop.abort(),
    /** The next event of this name; others are passed over. */
    async next(event: string): Promise<Told> {
      for (;;) {
        const { value } = await events.next()
        if (!value) throw new Error(`the stream ended without ${event}`)
        if (value.event === event) return value
      }
    },
    /** The next batches up to this version, which follow each other. */
    async upTo(version: number) {
      const contents: string[] = []
      for (let from: number | undefined; ; ) {
        const { id, data } = await this.next('batch')
        expect([data.from, id]).toEqual([from ?? data.from, String(data.upTo)])
        contents.push(...data.messages.map((it: { content: string }) => it.content))
        from = data.upTo
        if (data.upTo >= version) return contents
      }
    },
    async rest() {
      const told: Told[] = []
      for await (const it of events) told.push(it)
      return told
    },
  }
}

async function* readEvents(response: Response): AsyncGenerator<Told, void, undefined> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: (.*)/s) as [string, string]),
      )
      text = text.slice(end + 2)
      const event = lines.get('event')
      if (event !== undefined) yield { event, id: lines.get('id'), data: JSON.parse(lines.get('data') ?? '') }
    }
  }
}

const send = (...contents: string[]) => desk.send(contents.map((content) => ({ content })))
const errorOf = async (query: string, how = {}) => {
  const { response } = await open(query, how)
  return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
}

test('it begins with hello, brings what the device lacks, and then what comes', async () => {
  await send('one', 'two')
  const stream = await open()
  expect(stream.response.status).toBe(200)
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
  expect(stream.response.headers.get('cache-control')).toBe('no-store')
  const hello = await stream.next('hello')
  expect(hello).toMatchObject({ id: undefined, data: { deviceId: script.deviceId, head: 2, protocol: '1.1' } })
  expect(hello.data.features).toContain('stream')
  expect(await stream.upTo(2)).toEqual(['one', 'two'])
  await send('three')
  expect(await stream.upTo(3)).toEqual(['three'])
})

test('a long history comes in batches that follow each other, and nothing sent meanwhile is missing', async () => {
  const texts = Array.from({ length: 1_200 }, (_, n) => `${n}`)
  for (let n = 0; n < texts.length; n += 400) await send(...texts.slice(n, n + 400))
  const stream = await open('?after=0')
  await stream.next('hello')
  const live = Array.from({ length: 20 }, (_, n) => `live ${n}`)
  const sending = (async () => {
    for (const it of live) await send(it)
  })()
  expect(await stream.upTo(1_220)).toEqual([...texts, ...live])
  await sending
})

test('it goes on after `after`, and Last-Event-ID wins', async () => {
  await send('one', 'two', 'three')
  const { digest } = await script.pull({ after: 0, limit: 1 })
  expect(await (await open(`?after=1&digest=${digest}`)).upTo(3)).toEqual(['two', 'three'])
  const resumed = await open(`?after=0&digest=${digest}`, { headers: { 'Last-Event-ID': '2' } })
  expect(await resumed.upTo(3)).toEqual(['three'])
})

test('it tells of devices and of reading, and never of what is for another device', async () => {
  const stream = await open()
  await stream.next('hello')
  expect((await stream.next('devices')).data.devices).toHaveLength(2)
  await desk.send([{ content: 'for the desk', receiverDeviceId: desk.deviceId }, { content: 'for all' }])
  expect(await stream.upTo(2)).toEqual(['for all'])
  await server.http('POST', '/v1/read', { token: desk.token, json: { version: 2 } })
  expect((await stream.next('inbox')).data).toEqual({ readUpTo: 2, head: 2 })
})

test('a device with a stream is online until it ends', async () => {
  const online = async () => {
    const { json } = await server.http('GET', '/v1/devices', { token: desk.token })
    return json.devices.find((it: { deviceId: string }) => it.deviceId === script.deviceId).online
  }
  const stream = await open()
  await stream.next('devices')
  expect(await online()).toBe(true)
  stream.close()
  await expect.poll(online).toBe(false)
})

test('another history and an expired position are a last event, after hello', async () => {
  await send('one')
  for (const query of ['?after=9', '?after=1&digest=abc']) {
    const told = await (await open(query)).rest()
    expect(told.map((it) => it.event)).toEqual(['hello', 'error'])
    expect(told[1]?.data).toMatchObject({ code: 'history_forked', head: 1 })
  }
})

test('a removed device is told, and the stream ends', async () => {
  const stream = await open()
  await stream.next('devices')
  await server.http('DELETE', `/v1/devices/${script.deviceId}`, account)
  const told = await stream.rest()
  expect(told.map((it) => it.event)).toEqual(['revoked'])
  expect(await errorOf('')).toEqual([401, 'revoked'])
})

test('what is wrong from the start has its ordinary status', async () => {
  expect(await errorOf('', { token: 'nonsense' })).toEqual([401, 'unauthenticated'])
  for (const query of ['?after=x', '?after=1e3', '?after=-1', '?digest=abc', '?aftr=1', '?after=0&after=1'])
    expect(await errorOf(query)).toEqual([400, 'invalid_request'])
  expect(await errorOf('', { headers: { 'Last-Event-ID': 'x' } })).toEqual([400, 'invalid_request'])
  const { json } = await server.http('POST', '/v1/devices', { ...account, json: { name: 'cron', access: 'send' } })
  expect(await errorOf('', { token: json.token })).toEqual([403, 'forbidden'])
})

test('a device opens sixteen at most', async () => {
  const streams = await Promise.all(Array.from({ length: 16 }, () => open()))
  for (const it of streams) await it.next('hello')
  expect(await errorOf('')).toEqual([429, 'rate_limited'])
  streams[0]?.close()
  await expect.poll(async () => (await open()).response.status).toBe(200)
})

test('a stopping server ends it', async () => {
  await using other = await startServer()
  const device = await other.device(await other.signUp())
  const response = await fetch(`${other.url}/v1/stream`, { headers: { Authorization: `Bearer ${device.token}` } })
  const events = readEvents(response)
  await events.next()
  await other.stop()
  for await (const it of events) expect(it.event).not.toBe('error')
})
