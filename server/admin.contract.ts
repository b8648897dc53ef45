import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CallName, pathOf, routeOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { type Account, cookieOf, PASSWORD, signIn } from '../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../tests/kit/server/start-server.ts'
import type { Config } from './config/config.ts'

const calls: readonly CallName[] = ['admin', 'health', 'backUp', 'invite', 'cancelInvitation', 'removeAccount']

const ask = (server: TestServer, call: CallName, { cookie }: Pick<Account, 'cookie'>, id?: string) =>
  server.http(routeOf(call).method, pathOf(call, id), { cookie })

const codeIn = (url: string) => new URL(url).hash.replace('#invitation=', '')

function signUpBy(server: TestServer, email: string, invitation: string, password = PASSWORD) {
  return server.http('POST', routes.signUp, { json: { name: 'Guest', email, password, invitation } })
}

async function invite(server: TestServer, admin: Account): Promise<string> {
  const { status, json } = await ask(server, 'invite', admin)
  expect(status).toBe(201)
  return codeIn(json.url)
}

/** The rules for every server: what the person with the first account may do, and nobody else. */
export function adminContract(settings: () => Promise<Partial<Config>>) {
  const start = async (changes: Partial<Config> = {}) =>
    startServer({ ...(await settings()), signUp: 'first', ...changes })

  test('only the first account may, by a sign-in of the last minutes', async () => {
    await using server = await start({ signUp: 'open' })
    const [admin, other] = [await server.signUp(), await server.signUp()]
    const desk = await server.device(admin)
    for (const call of calls) {
      for (const caller of [{ cookie: other.cookie }, { token: desk.token }, {}]) {
        const { method } = routeOf(call)
        expect(await server.http(method, pathOf(call, desk.userId), caller), call).toMatchObject({
          status: 403,
          json: { error: { code: 'forbidden' } },
        })
      }
    }
    expect((await ask(server, 'admin', admin)).status).toBe(200)
    const first = async (token: string) => (await server.http('GET', routes.account, { token })).json.first
    expect([await first(desk.token), await first((await server.device(other)).token)]).toEqual([true, false])
  })

  test('it shows every account: devices, messages and the room that they take', async () => {
    await using server = await start({ signUp: 'open' })
    const admin = await server.signUp('robin@example.test')
    const desk = await server.device(admin)
    await desk.send([{ content: 'Grüße' }])
    await server.signUp('wren@example.test')
    const { json } = await ask(server, 'admin', admin)
    expect(json).toMatchObject({ version: expect.stringMatching(/^\d/), invitations: [] })
    expect(json.accounts).toMatchObject([
      { email: 'robin@example.test', devices: 1, messages: 1, bytes: 7, own: true, lastSeen: expect.any(Number) },
      { email: 'wren@example.test', devices: 0, messages: 0, bytes: 0, own: false },
    ])
  })

  test('an invitation lets one account in, of two that come at once too, and a refused try does not use it up', async () => {
    await using server = await start()
    const admin = await server.signUp()
    const code = await invite(server, admin)
    expect((await signUpBy(server, 'wren@example.test', code, 'short')).status).toBe(400)
    expect((await signUpBy(server, 'wren@example.test', `${code}x`)).status).toBe(403)
    const both = await Promise.all(['wren', 'kim'].map((name) => signUpBy(server, `${name}@example.test`, code)))
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 403])
    const { accounts, invitations } = (await ask(server, 'admin', admin)).json
    expect([accounts.length, invitations]).toEqual([2, []])
    const guest = both.find((it) => it.status === 200)
    expect((await ask(server, 'admin', { cookie: guest ? cookieOf(guest) : '' })).status).toBe(403)
  })

  test('a cancelled invitation lets nobody in, and the refusal says who can invite', async () => {
    await using server = await start()
    const admin = await server.signUp()
    const code = await invite(server, admin)
    const [{ invitationId }] = (await ask(server, 'admin', admin)).json.invitations
    expect((await ask(server, 'cancelInvitation', admin, invitationId)).status).toBe(204)
    expect((await ask(server, 'cancelInvitation', admin, invitationId)).status).toBe(404)
    expect((await signUpBy(server, 'wren@example.test', code)).status).toBe(403)
    const uninvited = { json: { name: 'x', email: 'kim@example.test', password: PASSWORD } }
    expect((await server.http('POST', routes.signUp, uninvited)).json.message).toMatch(/can invite you/)
  })

  test('a removed account is gone, and its devices are told at once', async () => {
    await using server = await start()
    const admin = await server.signUp('robin@example.test')
    const code = await invite(server, admin)
    const guest = { email: 'wren@example.test', cookie: cookieOf(await signUpBy(server, 'wren@example.test', code)) }
    const desk = await server.device(guest)
    const live = await desk.connect()
    expect((await ask(server, 'removeAccount', admin, desk.userId)).status).toBe(204)
    await live.closed
    expect(live.events.at(-1)?.event).toBe('revoked')
    expect((await server.http('GET', '/v1/messages', { token: desk.token })).json.error.code).toBe('revoked')
    await expect(signIn(server.http, guest)).rejects.toThrow('401')
    expect((await ask(server, 'removeAccount', admin, desk.userId)).status).toBe(404)
    const own = (await ask(server, 'admin', admin)).json.accounts[0].accountId
    expect((await ask(server, 'removeAccount', admin, own)).status).toBe(409)
  })

  test('when the first account is deleted, nobody takes its place', async () => {
    await using server = await start({ signUp: 'open' })
    const [admin, other] = [await server.signUp(), await server.signUp()]
    const gone = await server.http('POST', routes.deleteAccount, { cookie: admin.cookie, json: { password: PASSWORD } })
    expect(gone.status).toBe(200)
    expect((await ask(server, 'admin', other)).status).toBe(403)
  })

  test('health is what the doctor finds', async () => {
    await using server = await start()
    const { status, json } = await ask(server, 'health', await server.signUp())
    expect([status, json.findings]).toEqual([200, expect.arrayContaining([expect.objectContaining({ state: 'ok' })])])
    expect(json.findings).toContainEqual(expect.objectContaining({ part: 'server', state: 'ok' }))
  })
}

/** On SQLite the server makes backups itself. */
export function pageBackupContract() {
  test('backups are made by a click, and the newest three stay', async () => {
    await using server = await startServer()
    const admin = await server.signUp()
    expect((await ask(server, 'admin', admin)).json.backup).toBe(true)
    const files = []
    for (let n = 0; n < 4; n += 1) files.push((await ask(server, 'backUp', admin)).json.file)
    const folder = join(server.dataDir, 'backups', 'from-settings')
    expect(
      readdirSync(folder)
        .map((it) => join(folder, it))
        .toSorted(),
    ).toEqual(files.slice(1))
  })
}
