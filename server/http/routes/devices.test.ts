import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Account, signIn } from '../../../tests/kit/clients/account.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let account: Account
let laptop: TestDevice
let stranger: TestDevice

beforeAll(async () => {
  server = await startServer()
  account = await server.signUp()
  laptop = await server.device(account, 'laptop')
  stranger = await server.device(await server.signUp(), 'stranger')
})
afterAll(() => server[Symbol.asyncDispose]())

const asDevice = () => ({ token: laptop.token })
const asSession = () => ({ cookie: account.cookie })
const callers = [
  ['a device', asDevice],
  ['a session', asSession],
] as const

test('making a device needs a session, and gives its token once', async () => {
  const made = await server.http('POST', '/v1/devices', { ...asSession(), json: { name: 'new', platform: 'Tests' } })
  expect(made.status).toBe(201)
  expect(made.json).toEqual({ userId: laptop.userId, deviceId: expect.any(String), token: expect.any(String) })
  const listed = await server.http('GET', '/v1/devices', asSession())
  expect(listed.text).toContain(made.json.deviceId)
  expect(listed.text).not.toContain(made.json.token)
  const refused = await server.http('POST', '/v1/devices', { ...asDevice(), json: { name: 'another' } })
  expect(refused).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } })
})

test.each([{}, { name: '' }, { name: 'x'.repeat(101) }, { name: 7 }, { name: 'a', platform: 'x'.repeat(101) }, null])(
  'a device of %j is refused',
  async (json) => {
    const answer = await server.http('POST', '/v1/devices', { ...asSession(), json })
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  },
)

test("removing what is not there, or another user's, ends nobody's session", async () => {
  for (const id of ['nonsense', randomUUID(), stranger.deviceId]) {
    expect((await server.http('DELETE', `/v1/devices/${id}`, { ...asDevice(), ...asSession() })).status).toBe(404)
  }
  expect((await server.http('GET', '/v1/devices', asSession())).status).toBe(200)
})

describe.each(callers)('%s', (_name, caller) => {
  // Removing a device has ended the earlier sessions.
  beforeEach(async () => {
    account = await signIn(server.http, account)
  })

  test('sees the devices of its user and no others', async () => {
    const { status, json } = await server.http('GET', '/v1/devices', caller())
    expect(status).toBe(200)
    const ids = json.devices.map((it: { deviceId: string }) => it.deviceId)
    expect(ids).toContain(laptop.deviceId)
    expect(ids).not.toContain(stranger.deviceId)
    expect(json.devices[0]).toEqual({
      deviceId: laptop.deviceId,
      name: expect.any(String),
      platform: '',
      createdAt: expect.any(Number),
      lastSeen: expect.any(Number),
      lastReceivedVersion: 0,
      online: false,
      access: 'full',
      joinedAtVersion: 0,
    })
  })

  test('renames one of them', async () => {
    const other = await server.device(account, 'other')
    const name = `renamed ${randomUUID()}`
    const answer = await server.http('PATCH', `/v1/devices/${other.deviceId}`, { ...caller(), json: { name } })
    expect(answer).toMatchObject({ status: 200, json: { deviceId: other.deviceId, name } })
    const bad = await server.http('PATCH', `/v1/devices/${other.deviceId}`, { ...caller(), json: { name: '' } })
    expect(bad).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  })

  test('revokes one of them, which can do nothing from then on', async () => {
    const other = await server.device(account, 'other')
    const remove = { ...caller(), ...asSession() }
    const revoked = await server.http('DELETE', `/v1/devices/${other.deviceId}`, remove)
    expect(revoked).toMatchObject({ status: 204, text: '' })
    const { token } = other
    for (const [method, path, json] of [
      ['GET', '/v1/messages'],
      ['GET', '/v1/devices'],
      ['POST', '/v1/pairings'],
      ['POST', '/v1/ack', { version: 0 }],
      ['POST', '/v1/messages', { messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'x' }] }],
      ['PATCH', `/v1/devices/${laptop.deviceId}`, { name: 'mine' }],
      ['DELETE', `/v1/devices/${laptop.deviceId}`],
    ] as const) {
      const answer = await server.http(method, path, { token, json })
      expect(answer).toMatchObject({ status: 401, json: { error: { code: 'revoked' } } })
    }
    const listed = await server.http('GET', '/v1/devices', caller())
    expect(listed.text).not.toContain(other.deviceId)
    const again = await server.http('DELETE', `/v1/devices/${other.deviceId}`, remove)
    expect(again).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
  })

  test.each(['PATCH', 'DELETE'])('%s of a device of somebody else is like one that is not there', async (method) => {
    for (const id of [stranger.deviceId, randomUUID(), 'nonsense', "'--"]) {
      const answer = await server.http(method, `/v1/devices/${id}`, {
        ...caller(),
        ...asSession(),
        json: { name: 'x' },
      })
      expect(answer).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
    }
    expect((await stranger.pull()).head).toBe(0)
  })
})

test('removing another device ends every sign-in but the one that removes it; leaving ends none', async () => {
  const [first, second] = [await signIn(server.http, account), await signIn(server.http, account)]
  const other = await signIn(server.http, await server.signUp())
  const lost = await server.device(first, 'lost')
  const status = async ({ cookie }: Account) => (await server.http('GET', '/v1/devices', { cookie })).status
  await server.http('DELETE', `/v1/devices/${lost.deviceId}`, { cookie: second.cookie })
  expect([await status(first), await status(second), await status(other)]).toEqual([401, 200, 200])
  const next = await server.device(second, 'leaves by itself')
  await server.http('DELETE', `/v1/devices/${next.deviceId}`, { token: next.token })
  expect([await status(second), await status(other)]).toEqual([200, 200])
})
