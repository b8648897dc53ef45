import { expect, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { cookieOf, PASSWORD, signIn } from '../tests/kit/clients/account.ts'
import { holdBack } from '../tests/kit/network/held-back.ts'
import type { Config } from './config/config.ts'
import { withUsers } from './operations/users/with-users.ts'
import { type Asked, allWithBody } from './testing/withdrawn-rights/payloads.ts'
import { withdrawals } from './testing/withdrawn-rights/withdrawals.ts'
import { setUp, stateOf, type World } from './testing/withdrawn-rights/world.ts'

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

  /** Past the gateway, which has looked at the sign-in a moment before. */
  test('a sign-in that has just ended does nothing more', { timeout: 60_000 }, async () => {
    const world = await setUp(await settings())
    await using server = world.server
    const { account, config, phone } = world
    const { userId, deviceId } = phone
    const { json } = await server.http('GET', routes.session, { cookie: account.cookie })
    const own = await signIn(server.http, account)
    await withUsers(config, async ({ mother, store }) => {
      const by = { sessionId: json.session.id }
      const all: Record<string, () => Promise<unknown>> = {
        createDevice: () => mother.createDevice(userId, { name: 'too late' }, by),
        listDevices: () => mother.listDevices(userId, by),
        renameDevice: () => mother.renameDevice(userId, deviceId, { name: 'too late' }, by),
        revokeDevice: () => mother.revokeDevice(userId, deviceId, by),
        bin: () => mother.bin(userId, {}, by),
        emptyBin: () => mother.emptyBin(userId, by),
        activity: () => mother.activity(userId, by),
        endOtherSignIns: () => store.endOtherSignIns(userId, by.sessionId),
      }
      await server.http('POST', routes.signOut, { cookie: account.cookie })
      const before = await stateOf(world)
      for (const [call, run] of Object.entries(all)) {
        await expect(run(), call).rejects.toMatchObject({ wire: { code: 'unauthenticated' } })
      }
      expect(await stateOf(world)).toEqual(before)
      expect((await server.http('GET', pathOf('listDevices'), { cookie: own.cookie })).status).toBe(200)
      await mother.revokeDevice(userId, deviceId)
      await expect(mother.activity(userId, { deviceId })).rejects.toMatchObject({ wire: { code: 'revoked' } })
    })
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
