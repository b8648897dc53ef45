import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { createLog } from '../core/ports/log.ts'
import { createRedisLink } from './link.ts'
import { createSharedPresence } from './presence.ts'

const times = { leaseMs: 1_000, renewMs: 100 }
const ann = (deviceId: string) => ({ userId: 'ann', deviceId })

async function setUp() {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  async function node(name: string) {
    const link = createRedisLink({ url: redis.url, log: createLog('silent') })
    const looked: string[] = []
    const up = Promise.withResolvers<void>()
    const presence = createSharedPresence({
      ...{ link, node: name, ...times },
      changed: () => {},
      look: (userId) => looked.push(userId),
    })
    link.listen({ up: () => up.resolve() })
    /** Like SIGKILL: the node takes nothing back. */
    async function kill() {
      presence.close()
      await link.close()
    }
    onTestFinished(kill)
    await up.promise
    return { ...presence, looked, kill }
  }
  return { redis, one: await node('one'), two: await node('two'), node }
}

const onlineAt = async (it: { online(userId: string): Promise<ReadonlySet<string>> }) =>
  [...(await it.online('ann'))].sort()

test('the devices of a killed node go offline when its lease is over, and the others are told to look', async () => {
  const { one, two } = await setUp()
  one.set(ann('desk'), true)
  two.set(ann('phone'), true)
  await expect.poll(() => onlineAt(one)).toEqual(['desk', 'phone'])
  await expect.poll(() => onlineAt(two)).toEqual(['desk', 'phone'])
  await two.kill()
  expect(await onlineAt(one)).toEqual(['desk', 'phone'])
  await expect.poll(() => one.looked, { timeout: 5_000 }).toEqual(['ann'])
  expect(await onlineAt(one)).toEqual(['desk'])
})

test('while Redis is away a node knows its own; when it is back, with nothing in it, all of them know all', async () => {
  const { redis, one, two } = await setUp()
  one.set(ann('desk'), true)
  two.set(ann('phone'), true)
  await redis.stop()
  two.set(ann('tablet'), true)
  two.set(ann('phone'), false)
  await expect.poll(() => onlineAt(two)).toEqual(['tablet'])
  expect(await onlineAt(one)).toEqual(['desk'])
  await redis.start()
  await expect.poll(() => onlineAt(one), { timeout: 5_000 }).toEqual(['desk', 'tablet'])
})

test('what a node could not take back, because Redis did not hear it, ends all the same', async () => {
  const { redis, one, two } = await setUp()
  one.set(ann('desk'), true)
  two.set(ann('phone'), true)
  await expect.poll(() => onlineAt(one)).toEqual(['desk', 'phone'])
  redis.freeze()
  // More commands than may wait: the client closes the connection, and Redis never hears that this device is gone.
  for (let i = 0; i < 11_000; i++) two.set(ann(`x${i}`), true)
  for (let i = 0; i < 11_000; i++) two.set(ann(`x${i}`), false)
  two.set(ann('phone'), false)
  redis.thaw()
  await expect.poll(() => onlineAt(one), { timeout: 10_000 }).toEqual(['desk'])
})
