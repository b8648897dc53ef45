import { expect, test } from 'vitest'
import { limits } from '../../../lib/protocol/limits.ts'
import { type Account, cookieOf } from '../../../tests/kit/clients/account.ts'
import { type Authenticator, createAuthenticator } from '../../../tests/kit/clients/authenticator.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import type { Config } from '../../config/config.ts'

const path = '/api/auth/passkey'
const keyOf = (server: TestServer) => createAuthenticator(`http://localhost:${server.port}`)

interface Answered {
  name?: unknown
  transports?: unknown
}

async function add(
  server: TestServer,
  { cookie }: Account,
  key: Authenticator,
  { name, transports = [] }: Answered = {},
) {
  const options = await server.http('GET', `${path}/generate-register-options`, { cookie })
  const response = key.create(options.json.challenge)
  response.response.transports = transports
  const cookies = `${cookie}; ${cookieOf(options)}`
  return server.http('POST', `${path}/verify-registration`, { cookie: cookies, json: { name, response } })
}

const listOf = async (server: TestServer, account: Account): Promise<{ name: string }[]> =>
  (await server.http('GET', `${path}/list-user-passkeys`, account)).json

/** The rules for every server: how many passkeys there are, and what they are called. */
export function passkeyLimitsContract(settings: () => Promise<Partial<Config>>) {
  test('a passkey is in one account only, also when two accounts take it at once', { timeout: 60_000 }, async () => {
    await using server = await startServer(await settings())
    const [ann, ben] = [await server.signUp(), await server.signUp()]
    const key = keyOf(server)
    expect((await add(server, ann, key)).status).toBe(200)
    expect(await add(server, ben, key)).toMatchObject({ status: 409, json: { code: 'PASSKEY_TAKEN' } })
    expect((await add(server, ann, key)).status).toBe(409)
    for (let round = 0; round < 5; round += 1) {
      const raced = keyOf(server)
      const answers = await Promise.all([ann, ben, ann].map((it) => add(server, it, raced)))
      expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409, 409])
    }
    expect((await listOf(server, ann)).length + (await listOf(server, ben)).length).toBe(6)
  })

  test(`an account has ${limits.passkeys} passkeys at most, however many come at once`, {
    timeout: 60_000,
  }, async () => {
    await using server = await startServer(await settings())
    const account = await server.signUp()
    const adds = Array.from({ length: limits.passkeys + 3 }, () => add(server, account, keyOf(server)))
    const answers = await Promise.all(adds)
    expect(answers.filter((it) => it.status === 200)).toHaveLength(limits.passkeys)
    const refused = answers.find((it) => it.status !== 200)
    expect(refused).toMatchObject({ status: 403, json: { code: 'TOO_MANY_PASSKEYS' } })
    const [{ id }] = (await server.http('GET', `${path}/list-user-passkeys`, account)).json
    await server.http('POST', `${path}/delete-passkey`, { cookie: account.cookie, json: { id } })
    expect((await add(server, account, keyOf(server))).status).toBe(200)
  })

  test('a passkey has a name like a device', { timeout: 60_000 }, async () => {
    await using server = await startServer(await settings())
    const account = await server.signUp()
    const names = ['', ' ', '\u2800', 'x'.repeat(5_000), 'a\u202egpj', 'a\nb', 'Ne\u200bst', '\ud83d', 7, ['x']]
    for (const name of names) {
      const refused = { status: 400, json: { code: 'invalid_request' } }
      expect(await add(server, account, keyOf(server), { name })).toMatchObject(refused)
    }
    expect(await listOf(server, account)).toEqual([])
    for (const name of ['x'.repeat(100), 'Büro 📱', undefined]) {
      expect((await add(server, account, keyOf(server), { name })).status).toBe(200)
    }
  })

  test('its other words are few, too', { timeout: 60_000 }, async () => {
    await using server = await startServer(await settings())
    const account = await server.signUp()
    for (const transports of [['x'.repeat(5_000)], Array(1_000).fill('usb'), 'usb', {}, [{}]]) {
      expect((await add(server, account, keyOf(server), { transports })).status).toBe(400)
    }
    expect((await add(server, account, keyOf(server), { transports: ['internal', 'hybrid'] })).status).toBe(200)
  })
}
