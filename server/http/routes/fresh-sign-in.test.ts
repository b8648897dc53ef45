import { afterEach, expect, test, vi } from 'vitest'
import { signIn } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { FRESH_MS } from '../../core/ports/auth.ts'

afterEach(() => void vi.useRealTimers())

const forbidden = { status: 403, json: { error: { code: 'forbidden' } } }

async function setUp(server: TestServer) {
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'Desk'), await server.device(account, 'Phone')]
  const remove = (who: { token?: string; cookie?: string }, { deviceId } = phone) =>
    server.http('DELETE', `/v1/devices/${deviceId}`, who)
  return { account, desk, phone, remove }
}

test('a token alone removes itself, and no other device', async () => {
  await using server = await startServer()
  const { desk, phone, remove } = await setUp(server)
  expect(await remove({ token: desk.token })).toMatchObject(forbidden)
  expect((await phone.pull()).head).toBe(0)
  expect((await remove({ token: phone.token })).status).toBe(204)
})

test('a token that removes itself ends no sign-in of the account', async () => {
  await using server = await startServer()
  const { account, phone, remove } = await setUp(server)
  const other = await signIn(server.http, account)
  expect((await remove({ token: phone.token, cookie: other.cookie })).status).toBe(204)
  for (const { cookie } of [account, other]) {
    expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(200)
  }
})

test('a fresh sign-in removes another device, its cookie beside a token or instead of it', async () => {
  await using server = await startServer()
  const { account, desk, remove } = await setUp(server)
  const tablet = await server.device(account, 'Tablet')
  expect((await remove({ token: desk.token, cookie: account.cookie })).status).toBe(204)
  expect((await remove({ cookie: account.cookie }, tablet)).status).toBe(204)
})

test('a sign-in of more than ten minutes ago, or of another account, does not', async () => {
  await using server = await startServer()
  const { account, desk, phone, remove } = await setUp(server)
  const stranger = await server.signUp()
  expect(await remove({ token: desk.token, cookie: stranger.cookie })).toMatchObject(forbidden)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FRESH_MS })
  expect(await remove({ cookie: account.cookie })).toMatchObject(forbidden)
  expect(await remove({ token: desk.token, cookie: account.cookie })).toMatchObject(forbidden)
  expect((await phone.pull()).head).toBe(0)
  expect((await remove({ cookie: (await signIn(server.http, account)).cookie })).status).toBe(204)
})
