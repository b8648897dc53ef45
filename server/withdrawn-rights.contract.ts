import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type CallName, callNames, calls, pathOf, routeOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { type Account, cookieOf, PASSWORD, signIn } from '../tests/kit/clients/account.ts'
import type { TestDevice } from '../tests/kit/clients/test-device.ts'
import { holdBack } from '../tests/kit/network/held-back.ts'
import { startServer, type TestServer } from '../tests/kit/server/start-server.ts'
import { type Config, readConfig } from './config/config.ts'
import type { accountFields } from './http/accounts/account-fields.ts'
import { removeUser } from './operations/users/remove-user.ts'
import { withUsers } from './operations/users/with-users.ts'

interface World {
  server: TestServer
  config: Config
  account: Account
  /** Removes the phone. */
  desk: TestDevice
  phone: TestDevice
  /** The phone's invitation. */
  code: string
}

/** Right payloads of all calls: what is refused is refused for the right alone. A new call does not compile without its own. */
const payloads: Record<CallName, (world: World) => object> = {
  send: () => ({ messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'too late' }] }),
  pull: () => ({}),
  acknowledge: () => ({ version: 1 }),
  markRead: () => ({ version: 1 }),
  about: () => ({}),
  inbox: () => ({}),
  activity: () => ({}),
  bin: () => ({}),
  emptyBin: () => ({}),
  createDevice: () => ({ name: 'too late' }),
  listDevices: () => ({}),
  renameDevice: () => ({ name: 'too late' }),
  revokeDevice: () => ({}),
  offerPairing: () => ({}),
  cancelPairing: () => ({}),
  waitingClaims: () => ({}),
  lookAtPairing: ({ code }) => ({ code }),
  claimPairing: ({ code }) => ({ code, name: 'too late' }),
  decideClaim: () => ({ accept: true }),
  collectClaim: () => ({ secret: 'x'.repeat(43) }),
}

/** The account library's calls, by the same rule. */
const accountPayloads: Record<keyof typeof accountFields, (world: World) => object> = {
  '/sign-up/email': () => ({ name: 'x', email: `${randomUUID()}@example.test`, password: PASSWORD }),
  '/sign-in/email': ({ account }) => ({ email: account.email, password: PASSWORD }),
  '/change-password': () => ({ currentPassword: PASSWORD, newPassword: 'the password of a thief' }),
  '/delete-user': () => ({ password: PASSWORD }),
  '/revoke-session': () => ({ token: 'x' }),
  '/passkey/verify-registration': () => ({ name: 'x', response: {} }),
  '/passkey/verify-authentication': () => ({ response: {} }),
  '/passkey/delete-passkey': () => ({ id: 'x' }),
}

/** These calls show a code, or what came of it; every other one a device's token, or the cookie of a sign-in. */
type Right = 'token' | 'cookie' | 'code' | 'password' | 'none'
const byCode: readonly CallName[] = ['lookAtPairing', 'claimPairing', 'collectClaim']
const rightsFor = (call: CallName): Right[] => (byCode.includes(call) ? ['code'] : ['token', 'cookie'])
const rightFor: Partial<Record<string, Right>> = {
  '/sign-up/email': 'none',
  '/sign-in/email': 'password',
  '/passkey/verify-authentication': 'none',
}

/** Ways to lose rights, and which ones. */
const withdrawals: Record<string, { ends: Right[]; by: (world: World) => Promise<unknown> }> = {
  'the device is removed': {
    ends: ['token', 'cookie', 'code'],
    async by({ server, account, desk, phone }) {
      const { cookie } = await signIn(server.http, account)
      await server.http('DELETE', pathOf('revokeDevice', phone.deviceId), { token: desk.token, cookie })
    },
  },
  'the sign-in is signed out': {
    ends: ['cookie'],
    by: ({ server, account: { cookie } }) => server.http('POST', routes.signOut, { cookie }),
  },
  'the password is reset': {
    ends: ['cookie', 'password'],
    by: ({ config, phone }) => withUsers(config, ({ users }) => users.resetPassword(phone.userId, 'another password')),
  },
  'the account is deleted': {
    ends: ['token', 'cookie', 'code', 'password'],
    by: ({ config, phone }) => withUsers(config, (deps) => removeUser(deps, phone.userId)),
  },
}

async function setUp(changes: Partial<Config>): Promise<World> {
  const server = await startServer(changes)
  const config = { ...readConfig({}), ...changes, dataDir: server.dataDir }
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'desk'), await server.device(account, 'phone')]
  await desk.send([{ content: 'one' }])
  const { json } = await server.http('POST', pathOf('offerPairing'), { token: phone.token })
  return { server, config, account, desk, phone, code: json.code }
}

/** All that a late call could change. */
async function stateOf({ server, desk, config }: World) {
  const { devices } = await withUsers(config, ({ mother }) => mother.listDevices(desk.userId))
  const { text } = await server.http('GET', pathOf('inbox'), { token: desk.token })
  return { devices: devices.map((it) => [it.deviceId, it.name, it.lastReceivedVersion]), inbox: text }
}

interface Asked {
  name: string
  method: string
  path: string
  right: Right
  payload: object
}

const callsWithBody = callNames.filter((it) => routeOf(it).method !== 'GET' && calls[it].request.type !== 'undefined')

/** Every call that takes a body, with every right that opens it. */
function allWithBody(world: World): Asked[] {
  const ofWire = callsWithBody.flatMap((name) =>
    rightsFor(name).map((right) => ({
      ...{ name, right, payload: payloads[name](world) },
      ...{ method: routeOf(name).method, path: pathOf(name, world.phone.deviceId) },
    })),
  )
  const ofAccounts = Object.entries(accountPayloads).map(([name, payload]) => ({
    ...{ name, right: rightFor[name] ?? ('cookie' as const), payload: payload(world) },
    ...{ method: 'POST', path: `/api/auth${name}` },
  }))
  return [...ofWire, ...ofAccounts]
}

async function begin({ server, account, phone }: World, asked: Asked) {
  const shown = { token: { Authorization: `Bearer ${phone.token}` }, cookie: { Cookie: account.cookie } }
  const { right, method, path, payload } = asked
  const headers = { ...(right in shown && shown[right as keyof typeof shown]), 'Content-Type': 'application/json' }
  return { ...asked, held: await holdBack(server.url + path, { method, headers, body: JSON.stringify(payload) }) }
}

/** The rules for every server: a right that ends while a body is on its way is gone when the body is here. */
export function withdrawnRightsContract(settings: () => Promise<Partial<Config>>) {
  const held = 'no call goes on when %s while its body is held back'
  test.each(Object.entries(withdrawals))(held, { timeout: 60_000 }, async (_name, how) => {
    const world = await setUp(await settings())
    await using server = world.server
    const begun = await Promise.all(allWithBody(world).map((it) => begin(world, it)))
    // By its answer the server has looked at every call before.
    await server.http('GET', pathOf('listDevices'), { cookie: world.account.cookie })
    await how.by(world)
    const before = await stateOf(world)
    const waiting = begun.filter((it) => !it.held.isAnswered())
    expect(new Set(waiting.map((it) => it.name))).toEqual(new Set(begun.map((it) => it.name)))

    for (const { name, right, held } of waiting.filter((it) => how.ends.includes(it.right))) {
      const { status, text } = await held.finish()
      expect(right === 'code' ? [404] : [401, 403], `${name} by ${right}: ${status} ${text}`).toContain(status)
    }
    expect(await stateOf(world)).toEqual(before)
    for (const { held } of begun) held.drop()
  })

  test('sign-ins that have begun when the password is reset are over', { timeout: 60_000 }, async () => {
    const world = await setUp(await settings())
    await using server = world.server
    const { account, config, phone } = world
    const json = { email: account.email, password: PASSWORD }
    const begun = Array.from({ length: 20 }, () => server.http('POST', routes.signIn, { json }))
    // Some have read the old password by now, and are still comparing it.
    await begun[0]
    await withUsers(config, ({ users }) => users.resetPassword(phone.userId, 'another password'))
    for (const answer of await Promise.all(begun)) {
      const made = await server.http('POST', pathOf('createDevice'), { cookie: cookieOf(answer), json: { name: 'x' } })
      expect(made.status).toBe(401)
    }
    const thief = { currentPassword: PASSWORD, newPassword: 'the password of a thief' }
    expect((await server.http('POST', routes.changePassword, { cookie: account.cookie, json: thief })).status).toBe(401)
    const again = { email: account.email, password: 'another password' }
    expect((await server.http('POST', routes.signIn, { json: again })).status).toBe(200)
  })
}
