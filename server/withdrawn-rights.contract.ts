import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type CallName, callNames, calls, pathOf, routeOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { type Account, PASSWORD, signIn } from '../tests/kit/clients/account.ts'
import type { TestDevice } from '../tests/kit/clients/test-device.ts'
import { holdBack } from '../tests/kit/network/held-back.ts'
import { startServer, type TestServer } from '../tests/kit/server/start-server.ts'
import { type Config, readConfig } from './config/config.ts'
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

/** These calls show a code, or what came of it; every other one a device's token, or the cookie of a sign-in. */
type Right = 'token' | 'cookie' | 'code'
const byCode: readonly CallName[] = ['lookAtPairing', 'claimPairing', 'collectClaim']
const rightsFor = (call: CallName): Right[] => (byCode.includes(call) ? ['code'] : ['token', 'cookie'])

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
    ends: ['cookie'],
    by: ({ config, phone }) => withUsers(config, ({ users }) => users.resetPassword(phone.userId, 'another password')),
  },
  'the account is deleted': {
    ends: ['token', 'cookie', 'code'],
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

async function begin(world: World, call: CallName, right: Right) {
  const { server, account, phone } = world
  const shown = { token: { Authorization: `Bearer ${phone.token}` }, cookie: { Cookie: account.cookie }, code: {} }[
    right
  ]
  const headers = { ...shown, 'Content-Type': 'application/json' }
  const body = JSON.stringify(payloads[call](world))
  const url = server.url + pathOf(call, phone.deviceId)
  return { call, right, held: await holdBack(url, { method: routeOf(call).method, headers, body }) }
}

const callsWithBody = callNames.filter((it) => routeOf(it).method !== 'GET' && calls[it].request.type !== 'undefined')

/** The rules for every server: a right that ends while a body is on its way is gone when the body is here. */
export function withdrawnRightsContract(settings: () => Promise<Partial<Config>>) {
  test.each(Object.entries(withdrawals))('no call goes on when %s while its body is held back', async (_name, how) => {
    const world = await setUp(await settings())
    await using server = world.server
    const asked = callsWithBody.flatMap((call) => rightsFor(call).map((right) => ({ call, right })))
    const begun = await Promise.all(asked.map(({ call, right }) => begin(world, call, right)))
    // By its answer the server has looked at every call before.
    await server.http('GET', pathOf('listDevices'), { cookie: world.account.cookie })
    await how.by(world)
    const before = await stateOf(world)
    const waiting = begun.filter((it) => !it.held.isAnswered())
    expect(new Set(waiting.map((it) => it.call))).toEqual(new Set(callsWithBody))

    for (const { call, right, held } of waiting.filter((it) => how.ends.includes(it.right))) {
      const { status, text } = await held.finish()
      expect(status, `${call} by ${right}: ${text}`).toBe(right === 'code' ? 404 : 401)
    }
    expect(await stateOf(world)).toEqual(before)
    for (const { held } of begun) held.drop()
  })

  test('a sign-in that is under way when the password is reset is over', { timeout: 60_000 }, async () => {
    const world = await setUp(await settings())
    await using server = world.server
    const { account, config, phone } = world
    const json = { email: account.email, password: PASSWORD }
    const under = Array.from({ length: 20 }, () => server.http('POST', routes.signIn, { json }))
    // Some have read the old password by now, and are still comparing it.
    await under[0]
    await withUsers(config, ({ users }) => users.resetPassword(phone.userId, 'another password'))
    for (const { headers, status } of await Promise.all(under)) {
      const cookie = headers.getSetCookie().join('; ').split(';')[0] ?? ''
      const made = await server.http('POST', pathOf('createDevice'), { cookie, json: { name: 'thief' } })
      expect([status, made.status]).toEqual([expect.any(Number), 401])
    }
    const again = { email: account.email, password: 'another password' }
    expect((await server.http('POST', routes.signIn, { json: again })).status).toBe(200)
  })
}
