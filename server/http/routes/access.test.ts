import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CallName, callNames, calls, pathOf, routeOf } from '../../../lib/protocol/calls.ts'
import { type Account, signIn } from '../../../tests/kit/clients/account.ts'
import { connectLive } from '../../../tests/kit/clients/live.ts'
import { openTestDevice, type TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let account: Account
let desk: TestDevice
let script: TestDevice

beforeAll(async () => {
  server = await startServer()
  account = await server.signUp()
  desk = await server.device(account, 'desk')
  script = await makeScript()
})
afterAll(() => server[Symbol.asyncDispose]())

async function makeScript(): Promise<TestDevice> {
  const json = { name: 'cron', access: 'send' }
  // A device that is removed ends the sign-ins of its account.
  account = await signIn(server.http, account)
  const made = await server.http('POST', pathOf('createDevice'), { cookie: account.cookie, json })
  return openTestDevice(server.url, made.json)
}

const allowed: CallName[] = ['send', 'about', 'revokeDevice']
/** A code or a secret opens these. */
const byCode: CallName[] = ['lookAtPairing', 'claimPairing', 'collectClaim']

test.each(callNames.filter((it) => ![...allowed, ...byCode].includes(it)))(
  'a device that may only send may not %s',
  async (call) => {
    const { method } = routeOf(call)
    const body = method === 'GET' || calls[call].request.type === 'undefined' ? {} : { json: {} }
    const answer = await server.http(method, pathOf(call, desk.deviceId), { token: script.token, ...body })
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } })
  },
)

test('it sends, as JSON and as text, and removes itself but no other', async () => {
  const own = await makeScript()
  expect(await own.send([{ content: 'a backup' }])).toMatchObject([{ ok: true }])
  const { token } = own
  expect((await server.http('POST', '/', { token, body: 'done' })).status).toBe(200)
  const remove = (id: string) => server.http('DELETE', pathOf('revokeDevice', id), { token })
  expect((await remove(desk.deviceId)).json.error.code).toBe('forbidden')
  expect((await remove(own.deviceId)).status).toBe(204)
  expect((await server.http('POST', '/', { token, body: 'late' })).json.error.code).toBe('revoked')
})

test('live it hears its own ids and nothing of the account, sends, and hears that it was removed', async () => {
  const own = await makeScript()
  const live = await connectLive(server.url, own.token)
  expect(live.hello).toEqual({ userId: own.userId, deviceId: own.deviceId })
  const messages = [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'live' }]
  expect(await live.call('send', { messages })).toMatchObject({ ok: true })
  for (const [event, payload] of [
    ['pull', {}],
    ['ack', { version: 0 }],
    ['read', { version: 0 }],
  ] as const) {
    expect(await live.call(event, payload)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  }
  await desk.send([{ content: 'a secret' }])
  await server.http('DELETE', pathOf('revokeDevice', own.deviceId), { cookie: account.cookie })
  await live.closed
  expect(live.events.map((it) => it.event)).toEqual(['hello', 'revoked'])
})

test('of the access of a code and of its claim the smaller counts', async () => {
  const claim = async (offered: string, wanted?: string) => {
    const { json } = await server.http('POST', pathOf('offerPairing'), { token: desk.token, json: { access: offered } })
    const payload = { code: json.code, name: 'new', ...(wanted && { access: wanted }) }
    const made = await server.http('POST', pathOf('claimPairing'), { json: payload })
    return (await desk.devices()).find((it) => it.deviceId === made.json.deviceId)
  }
  expect(await claim('full')).toMatchObject({ access: 'full', offeredBy: desk.deviceId })
  expect(await claim('full', 'send')).toMatchObject({ access: 'send' })
  expect(await claim('send')).toMatchObject({ access: 'send' })
  expect(await claim('send', 'full')).toMatchObject({ access: 'send' })
})

test('a list has the names of removed devices when it is asked for them', async () => {
  const own = await makeScript()
  await server.http('DELETE', pathOf('revokeDevice', own.deviceId), { token: own.token })
  const list = (query: string) => server.http('GET', `${pathOf('listDevices')}${query}`, { token: desk.token })
  expect((await list('?former=true')).json.former[0]).toEqual({
    ...{ deviceId: own.deviceId, name: 'cron', platform: '', revokedAt: expect.any(Number) },
  })
  expect((await list('')).json).not.toHaveProperty('former')
  for (const wrong of ['false', '', '1']) {
    expect((await list(`?former=${wrong}`)).json.error.code).toBe('invalid_request')
  }
  const live = await desk.connect()
  await live.until(() => live.events.some((it) => it.event === 'devices'))
  const [told] = live.events.filter((it) => it.event === 'devices')
  expect(told?.payload).toMatchObject({ former: expect.arrayContaining([expect.objectContaining({ name: 'cron' })]) })
})
