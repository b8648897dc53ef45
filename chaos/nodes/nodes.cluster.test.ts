import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../server/redis/testing/redis-server.ts'
import { testDatabase } from '../../server/testing/test-database.ts'
import { troubleNodes } from './run.ts'
import { judgeNodes } from './verdict.ts'

test('nodes are killed, frozen and cut off, Redis and the database go away: every promise that shows holds', {
  timeout: 240_000,
}, async () => {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const databaseUrl = await testDatabase()
  const { events, log, troubles } = await troubleNodes({
    ...{ databaseUrl, redis, nodes: 3, seed: 'nodes', lastsMs: 3_000, settleMs: 90_000, note: () => {} },
  })
  expect(troubles).toEqual([])
  expect(log.head).toBeGreaterThan(100)
  expect(judgeNodes(events, log)).toEqual([])

  // Or else the judge would see nothing at all: one message that was acknowledged is another in the end.
  const added = log.added.with(50, { ...log.added[50], messageId: 'another' } as (typeof log.added)[0])
  expect(judgeNodes(events, { ...log, added }).map((it) => it.promise)).toContain(2)
})
