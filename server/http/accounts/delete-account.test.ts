import { expect, test } from 'vitest'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'

test('a deleted account leaves nothing, and its devices are told at once', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const other = await server.device(await server.signUp(), 'of somebody else')
  await other.send([{ content: 'of somebody else' }])
  const desk = await server.device(account)
  await desk.send([{ content: 'one' }, { content: 'two' }])
  const live = await desk.connect()

  const remove = (password: string) =>
    server.http('POST', '/api/auth/delete-user', { cookie: account.cookie, json: { password } })
  expect((await remove('not the right one')).status).toBe(400)
  expect((await server.http('POST', '/api/auth/delete-user', { cookie: account.cookie, json: {} })).status).toBe(400)
  expect((await remove('')).status).toBe(400)
  expect((await desk.pull()).head).toBe(2)

  expect((await remove(PASSWORD)).status).toBe(200)
  await live.closed
  expect(live.events.at(-1)?.event).toBe('revoked')
  expect((await server.http('GET', '/v1/messages', { token: desk.token })).json.error.code).toBe('revoked')
  expect((await server.http('GET', '/v1/devices', { cookie: account.cookie })).status).toBe(401)
  const again = { json: { email: account.email, password: PASSWORD } }
  expect((await server.http('POST', '/api/auth/sign-in/email', again)).status).toBe(401)
  expect(await other.history()).toHaveLength(1)
  // The address is free again, and the new account begins empty.
  const next = await server.device(await server.signUp(account.email))
  expect(await next.history()).toEqual([])
})
