import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const latest = (live: Live) => live.devices().at(-1) ?? []
const find = (live: Live, deviceId: string): DeviceInfo | undefined =>
  latest(live).find((it) => it.deviceId === deviceId)

async function pair() {
  const account = await server.signUp()
  const [watcher, other] = [await server.device(account, 'watcher'), await server.device(account, 'other')]
  const live = await watcher.connect()
  await live.until(() => find(live, watcher.deviceId)?.online === true)
  return { account, watcher, other, live }
}

test('devices come right after hello, with this one online', async () => {
  const { watcher, other, live } = await pair()
  expect(live.events.slice(0, 2).map((it) => it.event)).toEqual(['hello', 'devices'])
  expect(live.devices()[0]).toMatchObject([
    { deviceId: watcher.deviceId, name: 'watcher', online: true },
    { deviceId: other.deviceId, name: 'other', online: false },
  ])
})

test('a device is online as long as it has a connection', async () => {
  const { watcher, other, live } = await pair()
  const [one, two] = [await other.connect(), await other.connect()]
  await live.until(() => find(live, other.deviceId)?.online === true)
  one.close()
  await one.closed
  // When this rename is in the list, so are all changes from the end of the first connection.
  await server.http('PATCH', `/v1/devices/${watcher.deviceId}`, { token: watcher.token, json: { name: 'renamed' } })
  await live.until(() => find(live, watcher.deviceId)?.name === 'renamed')
  expect(find(live, other.deviceId)?.online).toBe(true)
  two.close()
  await live.until(() => find(live, other.deviceId)?.online === false)
})

test('made, renamed, moved on, revoked: each is told', async () => {
  const { account, watcher, other, live } = await pair()
  const third = await server.device(account, 'third')
  await live.until(() => find(live, third.deviceId)?.name === 'third')
  await server.http('PATCH', `/v1/devices/${third.deviceId}`, { token: watcher.token, json: { name: 'renamed' } })
  await live.until(() => find(live, third.deviceId)?.name === 'renamed')
  await watcher.send([{ content: 'x' }])
  await other.ack({ version: 1 })
  await live.until(() => find(live, other.deviceId)?.lastReceivedVersion === 1)
  await server.http('DELETE', `/v1/devices/${third.deviceId}`, { cookie: account.cookie })
  await live.until(() => find(live, third.deviceId) === undefined)
})

test('however often it changes it is told at most once a second, and the last change is not lost', async () => {
  const { watcher, live } = await pair()
  for (let i = 1; i <= 40; i++) {
    const json = { name: `name ${i}` }
    await server.http('PATCH', `/v1/devices/${watcher.deviceId}`, { token: watcher.token, json })
  }
  await live.until(() => find(live, watcher.deviceId)?.name === 'name 40')
  const times = live.events.filter((it) => it.event === 'devices').map((it) => it.at)
  expect(times.length).toBeGreaterThan(1)
  for (const [i, at] of times.entries()) {
    // A little less than a second, because a busy machine may have read the one before late.
    if (i > 0) expect(at - (times[i - 1] ?? 0)).toBeGreaterThan(500)
  }
})

test('another user hears nothing of it', async () => {
  const [{ live }, { watcher, live: elsewhere }] = [await pair(), await pair()]
  await server.http('PATCH', `/v1/devices/${watcher.deviceId}`, { token: watcher.token, json: { name: 'secret' } })
  await elsewhere.until(() => find(elsewhere, watcher.deviceId)?.name === 'secret')
  expect(JSON.stringify(live.events)).not.toContain(watcher.deviceId)
})
