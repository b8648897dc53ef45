import { expect, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { cookieOf, PASSWORD } from '../tests/kit/clients/account.ts'
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
