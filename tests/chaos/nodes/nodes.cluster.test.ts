import { expect, onTestFinished, test } from 'vitest'
import { postgresBinaries } from '../../kit/postgres/binaries.ts'
import { createPostgresPair } from '../../kit/postgres/postgres-pair.ts'
import { testDatabase } from '../../kit/postgres/test-database.ts'
import { startRedis } from '../../kit/redis/redis-server.ts'
import type { LogChange } from '../../simulation/history/event.ts'
import { failOverToLagging } from './fail-over-to-lagging.ts'
import { nodeFaults } from './faults.ts'
import { postgresFaults } from './postgres-faults.ts'
import { runNodeFaults } from './run.ts'
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
  const { events, logs, problems } = await runNodeFaults({
    ...{ ...short, databaseUrl, redisUrl: redis.url },
    faults: (world) => nodeFaults(world, databaseUrl, redis),
  })
  expect(problems).toEqual([])
  expect(logs.at(-1)?.head).toBeGreaterThan(100)
  expect(judgeNodes(events, logs)).toEqual([])

  // Or else the judge would see nothing at all: one message that was acknowledged is another in the end.
  const [log] = logs as [LogChange]
  const added = log.added.with(50, { ...log.added[50], messageId: 'another' } as (typeof log.added)[0])
  expect(judgeNodes(events, [{ ...log, added }]).map((it) => it.promise)).toContain(2)
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
    const { events, logs, problems } = await runNodeFaults({
      ...{ ...short, databaseUrl: pair.url, redisUrl: redis.url },
      faults: () => postgresFaults(pair),
    })
    expect(problems).toEqual([])
    expect(logs.at(-1)?.head).toBeGreaterThan(50)
    expect(judgeNodes(events, logs)).toEqual([])
  },
)

test.skipIf(!bin)(
  'a standby takes over that lacks the latest: everybody finds out at once, gives back, and is in step (needs initdb)',
  {
    timeout: 240_000,
  },
  async () => {
    const redis = await ownRedis()
    const pair = await createPostgresPair(bin ?? '')
    onTestFinished(() => pair[Symbol.asyncDispose]())
    // Less than a heartbeat, so no device may have needed it to find out.
    const { events, logs, problems } = await runNodeFaults({
      ...{ ...short, settleMs: 40_000, databaseUrl: pair.url, redisUrl: redis.url },
      faults: (world) => [failOverToLagging(pair)(world)],
    })
    const begun = events.find((it) => it.type === 'opened')
    expect(logs[0]?.head).toBeGreaterThan((begun?.users[0]?.head ?? 0) + 20)
    expect(problems).toEqual([])
    expect(judgeNodes(events, logs)).toEqual([])
  },
)
