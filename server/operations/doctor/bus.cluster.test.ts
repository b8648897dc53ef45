import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { startRedis } from '../../../tests/kit/redis/redis-server.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { fingerprintsOf } from '../../redis/same-settings.ts'
import { checkBus } from './bus.ts'

const settings = { authSecret: 'the same on every node, 32 letters', baseUrl: 'https://roost.example' }
const own = fingerprintsOf(settings)

test('Redis, there and gone', async () => {
  await using redis = await startRedis()
  expect(await checkBus(redis.url, own)()).toMatchObject([
    { part: 'bus', says: expect.stringMatching(/^Redis answers within/) },
  ])
  await redis.stop()
  expect(await checkBus(redis.url, own)()).toMatchObject([
    { part: 'bus', state: 'warn', says: expect.stringMatching(/not answer/) },
  ])
})

test('a node that runs with another secret or address than this one would', async () => {
  await using redis = await startRedis()
  const config = {
    ...settings,
    databaseUrl: await testDatabase(),
    redisUrl: redis.url,
    drainMs: 0,
    dataDir: '/nowhere',
  }
  await using node = await startServer(config)
  await expect.poll(async () => (await node.http('GET', '/readyz')).json).toEqual({ status: 'ready' })
  const look = (other: object) => checkBus(redis.url, fingerprintsOf({ ...settings, ...other }))()
  expect(await look({})).toHaveLength(1)
  expect((await look({ authSecret: 'x'.repeat(32) })).slice(1)).toMatchObject([
    { state: 'bad', part: 'settings', says: expect.stringMatching(/^AUTH_SECRET is another one than on \S+: who is/) },
  ])
  expect((await look({ baseUrl: 'https://other.example' })).slice(1)).toMatchObject([
    { state: 'bad', says: expect.stringMatching(/^BASE_URL is/) },
  ])
  expect((await look({ vapidKey: 'another' })).slice(1)).toMatchObject([
    { state: 'bad', says: expect.stringMatching(/^VAPID_KEY is another one than on \S+: sleeping devices/) },
  ])
})
