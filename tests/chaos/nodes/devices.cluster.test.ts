import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../kit/postgres/test-database.ts'
import { startRedis } from '../../kit/redis/redis-server.ts'
import { deviceFaults } from './device-faults.ts'
import { type PlantedBug, withBug } from './planted-bug.ts'
import { runNodeFaults } from './run.ts'
import { judgeAll } from './verdict.ts'

type Fault = keyof typeof deviceFaults

async function go(kinds: readonly Fault[], env: Record<string, string> = {}) {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const databaseUrl = await testDatabase()
  const { events, logs, problems } = await runNodeFaults({
    ...{ databaseUrl, redisUrl: redis.url, env, nodes: 3, seed: 'devices', lastsMs: 2_000, settleMs: 60_000 },
    note: () => {},
    faults: (world) => Promise.all(kinds.map((kind) => deviceFaults[kind](world, databaseUrl))),
  })
  return { problems, violations: judgeAll(events, logs), events }
}

test('devices are away, read nothing, are removed: all fourteen promises hold for everybody', {
  timeout: 180_000,
}, async () => {
  const { problems, violations, events } = await go(['awayForLong', 'readsNothing', 'removed'])
  expect(violations).toEqual([])
  expect(problems).toEqual([])
  // Devices tried everything that must be refused.
  const codes = new Set(events.flatMap((it) => (it.type === 'answer' && !it.ok ? [it.code] : [])))
  expect([...codes]).toEqual(expect.arrayContaining(['cursor_expired', 'revoked', 'not_found']))
})

const bugs: [number, Fault, string, PlantedBug][] = [
  [
    7,
    'readsNothing',
    'pushes go to whoever does not read them',
    {
      file: 'server/live/backlog.ts',
      find: 'unsentBytes(connection) > bytes',
      replace: 'false',
    },
  ],
  [
    12,
    'removed',
    'the store does not look whether a device was revoked',
    { file: 'server/postgres/store/live-device.ts', find: 'row.revoked_at !== null', replace: 'false' },
  ],
  [
    14,
    'awayForLong',
    'who pulls from below the floor is answered from there',
    {
      file: 'server/core/messages/cursor.ts',
      find: 'if (after < floor) {',
      replace: 'if (after < floor) return\n  if (floor < 0) {',
    },
  ],
]
test.each(bugs)('promise %i is judged (%s): planted on every node, %s', { timeout: 120_000 }, async (...planted) => {
  const [promise, fault, , bug] = planted
  const { violations } = await go([fault], withBug(bug))
  expect(violations.map((it) => it.promise)).toContain(promise)
})
