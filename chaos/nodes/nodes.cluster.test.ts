import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../server/redis/testing/redis-server.ts'
import { testDatabase } from '../../server/testing/test-database.ts'
import { postgresBinaries } from '../postgres/binaries.ts'
import { postgresFaults } from '../postgres/faults.ts'
import { createPostgresPair } from '../postgres/pair.ts'
import { nodeFaults } from './faults.ts'
import { troubleNodes } from './run.ts'
import { judgeNodes } from './verdict.ts'

const bin = postgresBinaries()
const short = { nodes: 3, seed: 'nodes', lastsMs: 3_000, settleMs: 90_000, note: () => {} }

async function ownRedis() {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  return redis
}

test('nodes are killed, frozen and cut off, Redis and the database go away: every promise that shows holds', {
  timeout: 240_000,
}, async () => {
  const redis = await ownRedis()
  const databaseUrl = await testDatabase()
  const { events, log, troubles } = await troubleNodes({
    ...{ ...short, databaseUrl, redisUrl: redis.url },
    faults: (world) => nodeFaults(world, databaseUrl, redis),
  })
  expect(troubles).toEqual([])
  expect(log.head).toBeGreaterThan(100)
  expect(judgeNodes(events, log)).toEqual([])

  // Or else the judge would see nothing at all: one message that was acknowledged is another in the end.
  const added = log.added.with(50, { ...log.added[50], messageId: 'another' } as (typeof log.added)[0])
  expect(judgeNodes(events, { ...log, added }).map((it) => it.promise)).toContain(2)
})

test.skipIf(!bin)(
  'PostgreSQL is stopped and killed, its synchronous standby takes over (needs initdb)',
  {
    timeout: 240_000,
  },
  async () => {
    const redis = await ownRedis()
    const pair = await createPostgresPair(bin ?? '')
    onTestFinished(() => pair[Symbol.asyncDispose]())
    const { events, log, troubles } = await troubleNodes({
      ...{ ...short, databaseUrl: pair.url, redisUrl: redis.url },
      faults: () => postgresFaults(pair),
    })
    expect(troubles).toEqual([])
    expect(log.head).toBeGreaterThan(50)
    expect(judgeNodes(events, log)).toEqual([])
  },
)
