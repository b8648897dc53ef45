import { parseArgs } from 'node:util'
import { postgresBinaries } from '../../kit/postgres/binaries.ts'
import { createPostgresPair } from '../../kit/postgres/postgres-pair.ts'
import { startRedis } from '../../kit/redis/redis-server.ts'
import { failOverToLagging } from './fail-over-to-lagging.ts'
import { nodeFaults } from './faults.ts'
import { postgresFaults } from './postgres-faults.ts'
import { runNodeFaults } from './run.ts'
import { judgeNodes } from './verdict.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    nodes: { type: 'string', default: '3' },
    /** Each fault. */
    seconds: { type: 'string', default: '30' },
    /** Instead of all faults: the standby that takes over lacks what was acknowledged meanwhile. */
    behind: { type: 'boolean', default: false },
  },
})
await using stack = new AsyncDisposableStack()
const bin = postgresBinaries()
if (!bin) throw new Error('There is no initdb here: install PostgreSQL (on Debian: the package postgresql)')
const pair = stack.use(await createPostgresPair(bin))
const redis = stack.use(await startRedis())
const { seed } = values
const { events, logs, problems } = await runNodeFaults({
  ...{ databaseUrl: pair.url, redisUrl: redis.url, nodes: Number(values.nodes), seed },
  ...{ lastsMs: Number(values.seconds) * 1_000, settleMs: 300_000, note: console.log },
  faults: (world) =>
    values.behind ? [failOverToLagging(pair)(world)] : [...nodeFaults(world, pair.url, redis), ...postgresFaults(pair)],
})
const violations = judgeNodes(events, logs)
for (const it of problems) console.log(it)
for (const { promise, at, message } of violations.slice(0, 20)) {
  console.log(`Promise ${promise} at ${(at / 1000).toFixed(1)} s: ${message}`)
}
const held = violations.length === 0 && problems.length === 0
console.log(`Seed ${seed}: ${logs.at(-1)?.head} messages, ${held ? 'everything held.' : 'not everything held.'}`)
process.exitCode = held ? 0 : 1
