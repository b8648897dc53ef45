import { describe, expect, onTestFinished, test } from 'vitest'
import { startRedisCluster } from '../../../tests/kit/redis/redis-cluster.ts'
import { startRedis } from '../../../tests/kit/redis/redis-server.ts'
import { appended, busContract, listen } from '../../core/ports/bus.contract.ts'
import type { Bus, BusEvent } from '../../core/ports/bus.ts'
import { createLog } from '../../core/ports/log.ts'
import { createRedisLink } from '../link.ts'
import { createRedisBus } from './redis-bus.ts'

const url = process.env.TEST_REDIS_URL ?? ''

/** The bus of one more node, with its own users so that tests do not hear each other. */
function openBus(node: string, at = url, onError: (error: unknown) => void = () => {}): Bus {
  const link = createRedisLink({ url: at, log: createLog('silent') })
  const bus = createRedisBus({ link, node, onError })
  onTestFinished(async () => {
    await bus.close()
    await link.close()
  })
  return bus
}

/** Listens like a connection, and resolves when all events are heard from now on. */
async function join(bus: Bus, userId: string) {
  const events: BusEvent[] = []
  const waiting = new Set<() => void>()
  const unsubscribe = bus.subscribe(userId, (event) => {
    events.push(event)
    for (const wake of waiting) wake()
  })
  const it = {
    events,
    unsubscribe,
    heard: () => events.filter(({ type }) => type !== 'missed'),
    missed: () => events.filter(({ type }) => type === 'missed').length,
    until(holds: () => boolean): Promise<void> {
      return new Promise((resolve) => {
        const look = () => {
          if (holds() && waiting.delete(look)) resolve()
        }
        waiting.add(look)
        look()
      })
    },
  }
  await it.until(() => it.missed() > 0)
  return it
}

let users = 0
const newUser = () => `bus-test-${process.pid}-${++users}`

describe('on one node', () => busContract((onError) => openBus('one', url, onError)))
describe('on one node, while Redis is away', () =>
  busContract((onError) => openBus('one', 'redis://127.0.0.1:9', onError)))

test('each node hears what the others publish, without the messages, and its own once', async () => {
  const ann = newUser()
  const [one, two] = [openBus('one'), openBus('two')]
  const [onOne, onTwo] = [await join(one, ann), await join(two, ann)]
  const message = { version: 1, json: '{}', visibleTo: 'all' as const }
  one.publish(ann, { ...(appended(1) as BusEvent & { type: 'appended' }), messages: [message] })
  one.publish(ann, { type: 'revoked', deviceId: 'd' })
  one.publish(ann, { type: 'read', readUpTo: 1, head: 1 })
  two.publish(ann, { type: 'devices' })
  const read = { type: 'read', readUpTo: 1, head: 1 }
  const all = [appended(1), { type: 'revoked', deviceId: 'd' }, read, { type: 'devices' }] as BusEvent[]
  await Promise.all([onOne, onTwo].map((it) => it.until(() => it.heard().length === 4)))
  expect(onTwo.heard().toSorted(byType)).toEqual(all.toSorted(byType))
  expect(onOne.heard().toSorted(byType)).toEqual(all.toSorted(byType))
})

test('what follows on within one turn of the loop is heard on other nodes as one, in order with the rest', async () => {
  const ann = newUser()
  const [one, two] = [openBus('one'), openBus('two')]
  const [onOne, onTwo] = [await join(one, ann), await join(two, ann)]
  for (let i = 1; i <= 3; i++) one.publish(ann, appended(i))
  one.publish(ann, { type: 'devices' })
  one.publish(ann, appended(4))
  await onTwo.until(() => onTwo.heard().length === 3)
  expect(onTwo.heard()).toEqual([{ ...appended(3), from: 0 }, { type: 'devices' }, appended(4)])
  expect(onOne.heard()).toHaveLength(5)
})

test('a node hears nothing of users to whom nobody listens there any more, or never did', async () => {
  const [ann, ben] = [newUser(), newUser()]
  const [one, two] = [openBus('one'), openBus('two')]
  const [gone, stays] = [await join(two, ann), await join(two, ben)]
  const watch = createRedisLink({ url, log: createLog('silent') })
  const up = Promise.withResolvers<void>()
  watch.listen({ up: () => up.resolve() })
  await up.promise
  onTestFinished(watch.close)
  const listeners = (userId: string) =>
    watch.ask((it) =>
      it.eval("return redis.call('PUBSUB', 'SHARDNUMSUB', ARGV[1])", {
        keys: [],
        arguments: [`roost:bus:{${userId}}`],
      }),
    )
  expect(await listeners(ann)).toEqual([`roost:bus:{${ann}}`, 1])
  expect(await listeners(newUser())).toEqual([expect.any(String), 0])
  gone.unsubscribe()
  await expect.poll(() => listeners(ann)).toEqual([`roost:bus:{${ann}}`, 0])
  one.publish(ann, appended(1))
  one.publish(ben, appended(1))
  await stays.until(() => stays.heard().length === 1)
  expect(gone.heard()).toEqual([])
})

test('what is no publication of a node harms nobody', async () => {
  const ann = newUser()
  const [one, two] = [openBus('one'), openBus('two')]
  const onTwo = await join(two, ann)
  const stranger = createRedisLink({ url, log: createLog('silent') })
  onTestFinished(stranger.close)
  const up = Promise.withResolvers<void>()
  stranger.listen({ up: () => up.resolve() })
  await up.promise
  for (const text of [
    '',
    '{',
    '{"node":"x","hint":{"type":"appended","from":"a"}}',
    '{"node":"x","hint":{"type":"missed"}}',
  ]) {
    await stranger.ask((it) => it.publish(`roost:bus:{${ann}}`, text))
  }
  one.publish(ann, appended(7))
  await onTwo.until(() => onTwo.heard().length > 0)
  expect(onTwo.heard()).toEqual([appended(7)])
  expect(onTwo.missed()).toBe(1)
})

test('Redis stops and comes back: own events go on, nothing throws, and everybody is told to look once', async () => {
  await using redis = await startRedis()
  const [ann, ben] = [newUser(), newUser()]
  const [one, two] = [openBus('one', redis.url), openBus('two', redis.url)]
  const [onOne, onTwo] = [await join(one, ann), await join(two, ann)]
  await redis.stop()
  for (let i = 1; i <= 20_000; i++) one.publish(ann, appended(i))
  expect(onOne.heard()).toHaveLength(20_000)
  const late = listen(two, ben)
  await redis.start()
  await Promise.all([onOne, onTwo].map((it) => it.until(() => it.missed() === 2)))
  one.publish(ann, appended(20_001))
  one.publish(ben, appended(1))
  await onTwo.until(() => onTwo.heard().length > 0)
  expect(onTwo.heard()).toEqual([appended(20_001)])
  await expect.poll(() => late.events).toEqual([appended(1)])
})

test('a Redis that stands still is left, however much is published, and joined again when it goes on', async () => {
  await using redis = await startRedis()
  const ann = newUser()
  const link = createRedisLink({ url: redis.url, log: createLog('silent') })
  onTestFinished(link.close)
  const one = createRedisBus({ link, node: 'one', onError: () => {} })
  const two = openBus('two', redis.url)
  const [onOne, onTwo] = [await join(one, ann), await join(two, ann)]
  redis.freeze()
  // No event continues the one before.
  for (let i = 1; i <= 50_000; i++) one.publish(ann, appended(2 * i))
  await expect.poll(link.connection, { timeout: 20_000 }).toBeUndefined()
  redis.thaw()
  await onOne.until(() => onOne.missed() === 2)
  // The other node may have reconnected in this time, too, or just waited.
  await expect.poll(() => onTwo.missed() + onTwo.heard().length).toBeGreaterThan(1)
  one.publish(ann, appended(100_001))
  await onTwo.until(() => onTwo.heard().some((it) => it.type === 'appended' && it.upTo === 100_001))
})

test('a cluster of three: users of every shard, also after it was gone for a while', async () => {
  await using cluster = await startRedisCluster()
  const [one, two] = [openBus('one', cluster.url), openBus('two', cluster.url)]
  const list = Array.from({ length: 12 }, newUser)
  const heard = await Promise.all(list.map((it) => join(two, it)))
  for (const user of list) one.publish(user, appended(1))
  await Promise.all(heard.map((it) => it.until(() => it.heard().length === 1)))
  const gone = cluster.servers[1]
  const before = heard.map((it) => it.missed())
  gone?.freeze()
  await gone?.stop()
  for (const user of list) one.publish(user, appended(2))
  await gone?.start()
  await Promise.all(heard.map((it, i) => it.until(() => it.missed() > (before[i] ?? 0))))
})

test('a slot of the cluster moves to another shard: its users hear on, and are told that something may have been missed', async () => {
  await using cluster = await startRedisCluster()
  const [one, two] = [openBus('one', cluster.url), openBus('two', cluster.url)]
  const [ann, ben] = [newUser(), newUser()]
  const [onOne, onTwo] = [await join(one, ann), await join(two, ann)]
  const other = await join(two, ben)
  for (const at of [1, 2]) {
    const [before, missed] = [onTwo.heard().length, onTwo.missed()]
    await cluster.moveSlotOf(`roost:bus:{${ann}}`)
    await Promise.all([onOne, onTwo].map((it) => it.until(() => it.missed() > missed)))
    one.publish(ann, appended(at))
    one.publish(ben, appended(at))
    await onTwo.until(() => onTwo.heard().length > before)
    await other.until(() => other.heard().length === at)
    expect(onTwo.heard().at(-1)).toEqual(appended(at))
  }
})

const byType = (a: { type: string }, b: { type: string }) => a.type.localeCompare(b.type)
