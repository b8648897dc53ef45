import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pathOf } from '../../lib/protocol/calls.ts'
import { openTestDevice } from '../../tests/kit/clients/test-device.ts'
import { testDatabase } from '../../tests/kit/postgres/test-database.ts'
import { startPushService } from '../../tests/kit/push/push-service.ts'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'

async function setUp() {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const service = await startPushService()
  onTestFinished(() => service[Symbol.asyncDispose]())
  const settings = {
    ...{ databaseUrl: await testDatabase(), redisUrl: redis.url, dataDir: '/nowhere', drainMs: 0 },
    ...{ authSecret: 'the same on every node, 32 letters', vapidKey: randomBytes(32).toString('base64url') },
  }
  const start = async () => {
    const node = await startServer(settings, { network: service.network, times: { graceMs: 0, forgetMs: 0 } })
    onTestFinished(() => node[Symbol.asyncDispose]())
    return node
  }
  const nodes = [await start(), await start()] as const
  const account = await nodes[0].signUp()
  const desk = await nodes[0].device(account, 'desk')
  const phone = await nodes[0].device(account, 'phone')
  const { json: about } = await nodes[1].http('GET', pathOf('about'))
  const { subscription } = service.browser(about.pushKey)
  await nodes[1].http('PUT', pathOf('subscribePush'), { token: phone.token, json: subscription })
  return { service, nodes, desk, phone }
}

test('messages through two nodes at once make one hint, and one more once it was cleared on either', async () => {
  const { service, nodes, desk, phone } = await setUp()
  const senders = nodes.map((node) => openTestDevice(node.url, { token: desk.token }))
  const sendMany = () =>
    Promise.all(Array.from({ length: 40 }, (_, n) => senders[n % 2]?.send([{ content: `message ${n}` }])))
  await sendMany()
  await service.until(1)
  await openTestDevice(nodes[1].url, { token: phone.token }).pull({ after: 0 })
  await sendMany()
  await service.until(2)
  for (const node of nodes) await node.stop()
  expect(service.hints).toHaveLength(2)
  expect(service.hints[1]?.head).toBeGreaterThan(40)
  expect(service.faults).toEqual([])
})

test('a device with a connection to the other node is not hinted, and is once it has left without the message', async () => {
  const { service, nodes, desk, phone } = await setUp()
  const live = await openTestDevice(nodes[1].url, { token: phone.token }).connect()
  await vi.waitFor(async () => expect((await desk.devices()).find((it) => it.online)?.deviceId).toBe(phone.deviceId))
  await desk.send([{ content: 'while it looks' }])
  await live.until(() => live.batches().length > 0)
  expect(service.hints).toEqual([])
  live.close()
  await service.until(1)
  for (const node of nodes) await node.stop()
  expect(service.hints.map((it) => it.head)).toEqual([1])
})
