import { afterEach, expect, test, vi } from 'vitest'
import { signIn } from '../../../tests/kit/clients/account.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { FRESH_MS } from '../../core/ports/auth.ts'

afterEach(() => void vi.useRealTimers())

const list = '/api/auth/list-sessions'

test('a person sees all sign-ins, ends one, and ends all others', async () => {
  await using server = await startServer()
  const own = await server.signUp()
  const [second, third] = [await signIn(server.http, own), await signIn(server.http, own)]
  const statuses = () =>
    Promise.all(
      [own, second, third].map(({ cookie }) => server.http('GET', '/v1/devices', { cookie }).then((it) => it.status)),
    )
  const all = await server.http('GET', list, { cookie: own.cookie })
  expect(all.json).toHaveLength(3)
  for (const it of all.json) expect(it).toMatchObject({ token: expect.any(String), createdAt: expect.any(String) })

  const ofSecond = await server.http('GET', '/api/auth/get-session', { cookie: second.cookie })
  const json = { token: ofSecond.json.session.token }
  expect((await server.http('POST', '/api/auth/revoke-session', { cookie: own.cookie, json })).status).toBe(200)
  expect(await statuses()).toEqual([200, 401, 200])
  expect((await server.http('POST', '/api/auth/revoke-other-sessions', { cookie: own.cookie })).status).toBe(200)
  expect(await statuses()).toEqual([200, 401, 401])
})

test('ending all others ends those that are still being made, too', async () => {
  await using server = await startServer()
  const own = await server.signUp()
  // So many are compared at once: none of them waits for its turn.
  const begun = Array.from({ length: 4 }, () => signIn(server.http, own).catch(() => null))
  // The first has its session by now, and others are still comparing the password.
  await Promise.race(begun)
  expect((await server.http('POST', '/api/auth/revoke-other-sessions', { cookie: own.cookie })).status).toBe(200)
  for (const account of await Promise.all(begun)) {
    const cookie = account?.cookie ?? ''
    expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(401)
  }
  expect((await server.http('GET', '/v1/devices', { cookie: own.cookie })).status).toBe(200)
})

test('nobody sees or ends the sign-ins of another account', async () => {
  await using server = await startServer()
  const [ann, ben] = [await server.signUp(), await server.signUp()]
  const [session] = (await server.http('GET', list, { cookie: ben.cookie })).json
  const json = { token: session.token }
  await server.http('POST', '/api/auth/revoke-session', { cookie: ann.cookie, json })
  expect((await server.http('GET', list, { cookie: ben.cookie })).json).toHaveLength(1)
  expect((await server.http('GET', list)).status).toBe(401)
})

test('a sign-in of more than ten minutes ago ends no other one', async () => {
  await using server = await startServer()
  const stolen = await server.signUp()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FRESH_MS })
  const own = await signIn(server.http, stolen)
  const { json } = await server.http('GET', '/api/auth/get-session', { cookie: own.cookie })
  const endsOne = { cookie: stolen.cookie, json: { token: json.session.token } }
  const forbidden = { status: 403, json: { code: 'forbidden' } }
  expect(await server.http('POST', '/api/auth/revoke-session', endsOne)).toMatchObject(forbidden)
  expect(await server.http('POST', '/api/auth/revoke-other-sessions', { cookie: stolen.cookie })).toMatchObject(
    forbidden,
  )
  expect((await server.http('GET', '/v1/devices', { cookie: own.cookie })).status).toBe(200)
  expect((await server.http('POST', '/api/auth/revoke-other-sessions', { cookie: own.cookie })).status).toBe(200)
  expect((await server.http('GET', '/v1/devices', { cookie: stolen.cookie })).status).toBe(401)
})
