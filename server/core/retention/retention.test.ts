import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { post, setUp as setUpStore } from '../ports/store-contract/kit.ts'
import { createRetention } from './retention.ts'

const DAY = 24 * 60 * 60_000
const start = 1_000 * DAY

/** A log with one message a day over the last ten days. */
async function setUp(days = 30) {
  const kit = await setUpStore((folder) => openSqliteStore(join(folder, 'roost.db')))
  const ann = await kit.device()
  const clock = { now: start }
  const said: string[] = []
  const note = (level: string) => (first: unknown, second?: string) => said.push(`${level}: ${second ?? first}`)
  const log = { info: note('info'), warn: note('warn') } as never
  const make = (keepDays = days, believed: number | null = null) =>
    createRetention({ store: kit.store, days: keepDays, now: () => clock.now, believed, log })
  for (let n = 9; n >= 0; n -= 1) await kit.send(ann, [post()], start - n * DAY)
  return { kit, clock, said, make, floor: async () => (await kit.store.summary(ann)).floor }
}

test('removes what is too old, hour by hour and day by day', async () => {
  const { make, clock, floor, said } = await setUp(10)
  const retention = make()
  await retention.run()
  expect(await floor()).toBe(0)
  for (let hour = 0; hour < 3 * 24; hour += 1) {
    clock.now += DAY / 24
    await retention.run()
  }
  expect(await floor()).toBe(2)
  expect(said).toEqual(['info: old messages were removed', 'info: old messages were removed'])
})

test('a clock that has leapt ahead empties nothing: it holds, says so once, and goes on when the clock is right again', async () => {
  const { make, clock, floor, said } = await setUp()
  const retention = make()
  await retention.run()
  clock.now = start + 365 * DAY
  for (let hour = 0; hour < 50; hour += 1) {
    clock.now += DAY / 24
    await retention.run()
  }
  expect(await floor()).toBe(0)
  expect(said).toEqual([
    'warn: retention holds, because the clock has leapt ahead: if it is right, npm run roost -- retention --release',
  ])
  clock.now = start + DAY
  await retention.run()
  expect(said.slice(1)).toEqual(['info: retention goes on'])
})

test('it holds over a restart, too, and after a long time off, until it is told that the clock is right', async () => {
  const { kit, make, clock, floor, said } = await setUp()
  await make().run()
  clock.now = start + 60 * DAY
  await make().run()
  await kit.reopen()
  await make().run()
  expect(await floor()).toBe(0)
  expect(said).toHaveLength(2)
  await kit.store.trustTime(clock.now)
  await make().run()
  expect(await floor()).toBe(10)
})

test('a clock that is set back does not make the right one look as if it had leapt', async () => {
  const { make, clock, said, floor } = await setUp()
  const retention = make()
  await retention.run()
  clock.now = 0
  await retention.run()
  clock.now = start + DAY
  await retention.run()
  expect([said, await floor()]).toEqual([[], 0])
})

test('without retention it removes nothing, and follows the clock so that it can be switched on', async () => {
  const { make, clock, floor, said } = await setUp(0)
  await make().run()
  clock.now = start + 400 * DAY
  await make().run()
  expect(await floor()).toBe(0)
  await make(30).run()
  expect([await floor(), said]).toEqual([10, ['info: old messages were removed']])
})

test('a store that cannot is said, and tried again the next time', async () => {
  const { kit, make, said, floor } = await setUp(5)
  const retention = make()
  const { expire } = kit.store
  kit.store.expire = () => Promise.reject(new Error('disk full'))
  await retention.run()
  expect(said).toEqual(['warn: old messages could not be removed'])
  kit.store.expire = expire
  await retention.run()
  expect(await floor()).toBe(4)
})

test('while the clock is behind, age counts from no earlier than what was believed', async () => {
  const { kit, make, clock } = await setUp()
  await make().run()
  clock.now = start - 400 * DAY
  const again = make(30, await kit.store.trustedTime())
  expect(again.agesFrom()).toBe(start)
  await again.run()
  expect(again.agesFrom()).toBe(start)
  clock.now = start + 60_000
  expect(again.agesFrom()).toBe(start + 60_000)
  // Without retention nothing is removed, so the clock counts as it is.
  clock.now = start - DAY
  expect(make(0, start).agesFrom()).toBe(clock.now)
})
