import { expect, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { routes } from '../lib/protocol/routes.ts'
import { PASSWORD, signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { roost, roostWith } from './testing/run-roost.ts'

async function setUp() {
  const child = startServerProcess()
  const url = await child.ready
  const http = createHttpClient(url)
  const account = await signUp(http, 'robin@example.test')
  return {
    account,
    http,
    device: (name: string) => createTestDevice(url, account, name),
    env: { DATA_DIR: child.dataDir },
    signIn: async (password: string) =>
      (await http('POST', routes.signIn, { json: { email: account.email, password } })).status,
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}

test('beside a running server: list, and a new password that ends sign-ins but no device', {
  timeout: 120_000,
}, async () => {
  await using world = await setUp()
  const desk = await world.device('Desk')
  const today = new Date().toISOString().slice(0, 10)
  const line = `robin@example.test  since ${today}, 1 device, last seen ${today}`
  expect(await roost(world.env, 'user', 'list')).toEqual({ code: 0, said: line })

  const { code, said } = await roost(world.env, 'user', 'reset-password', 'Robin@Example.test')
  expect(code, said).toBe(0)
  const password = /^The new password of robin@example\.test: (\S+)$/m.exec(said)?.[1] ?? ''
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  expect((await world.http('GET', pathOf('listDevices'), { cookie: world.account.cookie })).status).toBe(401)
  expect([await world.signIn(PASSWORD), await world.signIn(password)]).toEqual([401, 200])
  expect(await desk.send([{ content: 'still here' }])).toMatchObject([{ ok: true }])

  const chosen = 'what they chose themselves'
  expect(
    (await roostWith(`${chosen}\n`, world.env, 'user', 'reset-password', world.account.email, '--stdin')).code,
  ).toBe(0)
  expect([await world.signIn(password), await world.signIn(chosen)]).toEqual([401, 200])
  expect(await roostWith('short\n', world.env, 'user', 'reset-password', world.account.email, '--stdin')).toEqual({
    code: 1,
    said: 'A password has 8 to 128 characters',
  })
})

test('beside a running server: delete; live devices are told with their next call, and nothing is left to read', {
  timeout: 120_000,
}, async () => {
  await using world = await setUp()
  const [desk, phone] = [await world.device('Desk'), await world.device('Phone')]
  await desk.send([{ content: 'one' }, { content: 'two' }])
  const live = await phone.connect()
  expect(await roost(world.env, 'user', 'delete', world.account.email)).toEqual({
    code: 0,
    said: 'robin@example.test is deleted, with 2 messages. Devices that are told to wipe what they hold: 2.',
  })
  // The server may have read the list of devices meanwhile, and then it has closed the connection before the call.
  const answer = await Promise.race([live.call('pull', {}), live.closed.then(() => 'closed')])
  if (answer !== 'closed') expect(answer).toMatchObject({ ok: false, error: { code: 'revoked' } })
  await live.until(() => live.events.some((it) => it.event === 'revoked'))
  await live.closed
  const refused = await world.http('GET', pathOf('pull'), { token: desk.token })
  expect([refused.status, refused.json.error.code]).toEqual([401, 'revoked'])
  expect((await world.http('GET', pathOf('listDevices'), { cookie: world.account.cookie })).status).toBe(401)
  expect(await world.signIn(PASSWORD)).toBe(401)
  expect(await roost(world.env, 'user', 'list')).toEqual({ code: 0, said: 'There is no account.' })
  expect((await roost(world.env, 'user', 'delete', world.account.email)).code).toBe(1)

  await signUp(world.http, world.account.email)
  expect((await roost(world.env, 'user', 'list')).said).toMatch(/^robin@example\.test {2}since [\d-]+, 0 devices$/)
})

test('what cannot be done is said in words', async () => {
  expect(await roost({ DATA_DIR: '/nowhere' }, 'user', 'list')).toEqual({
    code: 1,
    said: 'There is no /nowhere/roost.db: is DATA_DIR right?',
  })
})
