import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { FRESH_MS } from '../../core/ports/auth.ts'

const forbidden = { status: 403, json: { error: { code: 'forbidden' } } }

async function setUp(server: TestServer) {
  const account = await server.signUp()
  const desk = await server.device(account)
  const messageId = randomUUID()
  await desk.send([{ messageId, content: 'written by mistake' }])
  await desk.send([{ content: '', kind: 'delete', targetId: messageId }])
  const bin = (query = '', who: object = { cookie: account.cookie }) => server.http('GET', `/v1/bin${query}`, who)
  return { account, desk, messageId, bin }
}

test('a person brings a deleted text back: an ordinary post', async () => {
  await using server = await startServer()
  const { account, desk, messageId, bin } = await setUp(server)
  const [message] = (await bin()).json.messages
  expect(message).toMatchObject({ version: 1, messageId, kind: 'post', content: 'written by mistake' })
  const { content, contentType } = message
  await desk.send([{ content, contentType }])
  expect((await desk.history()).map((it) => it.content)).toEqual(['', '', 'written by mistake'])

  expect((await bin('?before=1')).json).toEqual({ messages: [] })
  expect((await server.http('DELETE', '/v1/bin', account)).status).toBe(204)
  expect((await bin()).json).toEqual({ messages: [] })
})

test('editing a post before deleting it destroys nothing', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const thief = await server.device(account)
  const targetId = randomUUID()
  await thief.send([{ messageId: targetId, content: 'the original' }])
  await thief.send([{ content: 'x', kind: 'edit', targetId }])
  await thief.send([{ content: '', kind: 'delete', targetId }])
  const { messages } = (await server.http('GET', '/v1/bin', { cookie: account.cookie })).json
  expect(messages).toMatchObject([
    { version: 2, kind: 'edit', targetId, content: 'x' },
    { version: 1, kind: 'post', messageId: targetId, content: 'the original' },
  ])
})

test('it takes a fresh sign-in: no token, no other account, no old session', async () => {
  await using server = await startServer()
  const { account, desk, bin } = await setUp(server)
  const stranger = await server.signUp()
  expect(await bin('', { token: desk.token })).toMatchObject(forbidden)
  expect(await server.http('DELETE', '/v1/bin', { token: desk.token })).toMatchObject(forbidden)
  expect((await bin('', { cookie: stranger.cookie })).json).toEqual({ messages: [] })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FRESH_MS })
  expect(await bin()).toMatchObject(forbidden)
  expect(await server.http('DELETE', '/v1/bin', account)).toMatchObject(forbidden)
  vi.useRealTimers()
  expect((await bin()).json.messages).toHaveLength(1)
})

test.each(['?before=x', '?before=-1', '?before=1e3', '?before=', '?before=1&before=2', '?after=1'])(
  '%s is refused',
  async (query) => {
    await using server = await startServer()
    const { bin } = await setUp(server)
    expect(await bin(query)).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  },
)

test('BIN_DAYS=0 keeps nothing, and empties what was kept', async () => {
  await using first = await startServer()
  const { account } = await setUp(first)
  await first.stop()
  await using second = await startServer({ dataDir: first.dataDir, binDays: 0 })
  await vi.waitFor(async () => {
    expect((await second.http('GET', '/v1/bin', { cookie: account.cookie })).json).toEqual({ messages: [] })
  })
  const { bin } = await setUp(second)
  expect((await bin()).json).toEqual({ messages: [] })
})
