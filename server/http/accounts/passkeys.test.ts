import { expect, test, vi } from 'vitest'
import { type Account, cookieOf, PASSWORD } from '../../../tests/kit/clients/account.ts'
import { type Authenticator, createAuthenticator } from '../../../tests/kit/clients/authenticator.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { FRESH_MS } from '../../core/ports/auth.ts'

const path = '/api/auth/passkey'
const originOf = (server: TestServer) => `http://localhost:${server.port}`
const merged = (...cookies: string[]) => cookies.filter(Boolean).join('; ')

async function add(server: TestServer, { cookie }: Account, authenticator: Authenticator) {
  const options = await server.http('GET', `${path}/generate-register-options`, { cookie })
  if (options.status !== 200) return options
  const json = { name: 'my key', response: authenticator.create(options.json.challenge) }
  return server.http('POST', `${path}/verify-registration`, { cookie: merged(cookie, cookieOf(options)), json })
}

async function signIn(server: TestServer, authenticator: Authenticator) {
  const options = await server.http('GET', `${path}/generate-authenticate-options`)
  const json = { response: authenticator.get(options.json.challenge) }
  return server.http('POST', `${path}/verify-authentication`, { cookie: cookieOf(options), json })
}

test('a passkey signs in without the password, and is a fresh sign-in', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'Desk'), await server.device(account, 'Phone')]
  const key = createAuthenticator(originOf(server))
  expect((await add(server, account, key)).status).toBe(200)
  const signedIn = await signIn(server, key)
  expect(signedIn).toMatchObject({ status: 200, json: { session: { userId: desk.userId } } })
  const remove = { token: desk.token, cookie: cookieOf(signedIn) }
  expect((await server.http('DELETE', `/v1/devices/${phone.deviceId}`, remove)).status).toBe(204)
  const { activity } = (await server.http('GET', '/v1/activity', { token: desk.token })).json
  expect(activity.map((it: { what: string }) => it.what).slice(0, 3)).toEqual(['removed', 'signedIn', 'passkeyAdded'])
})

test('a passkey that does not check its person is none', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const careless = createAuthenticator(originOf(server), { verifies: false })
  expect(await add(server, account, careless)).toMatchObject({ status: 401, json: { code: 'PERSON_NOT_VERIFIED' } })
})

test('a passkey of another page, an unknown one, and a challenge that was used open nothing', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  expect((await add(server, account, createAuthenticator('https://evil.example'))).status).toBeGreaterThanOrEqual(400)
  const key = createAuthenticator(originOf(server))
  expect((await signIn(server, key)).status).toBe(401)
  await add(server, account, key)
  const options = await server.http('GET', `${path}/generate-authenticate-options`)
  const once = { cookie: cookieOf(options), json: { response: key.get(options.json.challenge) } }
  expect((await server.http('POST', `${path}/verify-authentication`, once)).status).toBe(200)
  expect((await server.http('POST', `${path}/verify-authentication`, once)).status).toBe(400)
})

test('adding and removing one needs a fresh sign-in; a removed one opens nothing', async () => {
  await using server = await startServer()
  const [account, stranger] = [await server.signUp(), await server.signUp()]
  const key = createAuthenticator(originOf(server))
  await add(server, account, key)
  const [{ id }] = (await server.http('GET', `${path}/list-user-passkeys`, account)).json
  const remove = ({ cookie }: Account) => server.http('POST', `${path}/delete-passkey`, { cookie, json: { id } })
  expect((await remove(stranger)).status).toBe(401)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FRESH_MS })
  expect((await remove(account)).status).toBe(403)
  expect((await add(server, account, createAuthenticator(originOf(server)))).status).toBe(403)
  vi.useRealTimers()
  expect((await remove(account)).status).toBe(200)
  expect((await signIn(server, key)).status).toBe(401)
})

test('the passkeys of a deleted account are gone', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const key = createAuthenticator(originOf(server))
  await add(server, account, key)
  const json = { password: PASSWORD }
  expect((await server.http('POST', '/api/auth/delete-user', { cookie: account.cookie, json })).status).toBe(200)
  expect((await signIn(server, key)).status).toBe(401)
})
