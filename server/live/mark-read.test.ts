import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import { createSocketTransport } from '../../lib/transport/socket.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const moves = (live: Live) => live.events.filter((it) => it.event === 'inbox')

async function setUp() {
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'desk'), await server.device(account, 'phone')]
  await desk.send(['a', 'b', 'c', 'd'].map((content) => ({ content })))
  return { desk, phone, stranger: await server.device(await server.signUp()) }
}

test('hello says where the person has read to, and what this server can do', async () => {
  const { desk } = await setUp()
  const { hello } = await desk.connect()
  expect(hello).toMatchObject({ readUpTo: 0, protocol: '1.1', features: expect.arrayContaining(['read']) })
})

test('every live device of the user is told when readUpTo moves, also the one that moved it, and nobody else', async () => {
  const { desk, phone, stranger } = await setUp()
  const [there, here, elsewhere] = [await desk.connect(), await phone.connect(), await stranger.connect()]
  expect(await here.call('read', { version: 2 })).toEqual({ ok: true, readUpTo: 2 })
  for (const live of [there, here]) await live.until(() => moves(live).length === 1)
  expect([there, here].map((it) => moves(it)[0]?.payload)).toEqual(Array(2).fill({ readUpTo: 2, head: 4 }))
  expect(await there.call('read', { version: 1 })).toEqual({ ok: true, readUpTo: 2 })
  const http = await server.http('POST', '/v1/read', { token: desk.token, json: { version: 4 } })
  expect(http).toMatchObject({ status: 200, json: { readUpTo: 4 } })
  await here.until(() => moves(here).length === 2)
  expect(moves(here)[1]?.payload).toEqual({ readUpTo: 4, head: 4 })
  expect((await desk.connect()).hello.readUpTo).toBe(4)
  expect(moves(elsewhere)).toEqual([])
})

test('moves that come in a rush are one event a second, and the last is among them', async () => {
  const { desk } = await setUp()
  const live = await desk.connect()
  await live.call('read', { version: 1 })
  await live.until(() => moves(live).length === 1)
  await Promise.all([2, 3, 4].map((version) => live.call('read', { version })))
  await live.until(() => moves(live).length === 2)
  expect(moves(live).map((it) => it.payload.readUpTo)).toEqual([1, 4])
  const [first = 0, second = 0] = moves(live).map((it) => it.at)
  // The two clocks start apart by what the first event needed on its way.
  expect(second - first).toBeGreaterThan(limits.inboxEventMs * 0.9)
})

test('past head, and without a version, it moves nothing', async () => {
  const { desk } = await setUp()
  const live = await desk.connect()
  expect(await live.call('read', { version: 5 })).toMatchObject({
    ok: false,
    error: { code: 'history_forked', head: 4 },
  })
  for (const payload of [undefined, null, [], {}, { version: -1 }, { version: '1' }]) {
    expect(await live.call('read', payload)).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  }
  const { head, floor, digest } = live.hello
  const inbox = await server.http('GET', '/v1/inbox', { token: desk.token })
  expect(inbox).toMatchObject({ status: 200, json: { head, floor, digest, readUpTo: 0 } })
  expect(Object.keys(inbox.json).sort()).toEqual(['digest', 'floor', 'head', 'readUpTo'])
})

test('a device reads and hears of it through its transport', async () => {
  const { desk } = await setUp()
  const transport = createSocketTransport(server.url, desk.token)
  const moved = new Promise((resolve, reject) => {
    transport.open({
      hello: () => void transport.markRead({ version: 3 }).catch(reject),
      inbox: resolve,
      ...{ batch() {}, devices() {}, revoked() {} },
      refused: reject,
      closed: (reason) => reject(new Error(reason)),
    })
  })
  expect(await moved).toEqual({ readUpTo: 3, head: 4 })
  transport.close()
})
