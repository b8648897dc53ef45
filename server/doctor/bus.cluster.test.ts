import { expect, test } from 'vitest'
import { startRedis } from '../redis/testing/redis-server.ts'
import { checkBus } from './bus.ts'

test('Redis, there and gone', async () => {
  await using redis = await startRedis()
  expect(await checkBus(redis.url)()).toMatchObject([
    { part: 'bus', says: expect.stringMatching(/^Redis answers within/) },
  ])
  await redis.stop()
  expect(await checkBus(redis.url)()).toMatchObject([
    { part: 'bus', state: 'warn', says: expect.stringMatching(/not answer/) },
  ])
})
