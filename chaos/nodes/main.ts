import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { requireServers, servers } from '../../scripts/cluster-servers.mjs'
import { startRedis } from '../../server/redis/testing/redis-server.ts'
import { troubleNodes } from './run.ts'
import { judgeNodes } from './verdict.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    nodes: { type: 'string', default: '3' },
    /** Each fault. */
    seconds: { type: 'string', default: '30' },
  },
})
await requireServers()
const name = `roost_chaos_${randomUUID().replaceAll('-', '')}`
const admin = new pg.Client({ connectionString: servers.TEST_DATABASE_URL })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`)
const databaseUrl = Object.assign(new URL(servers.TEST_DATABASE_URL), { pathname: name }).href
const redis = await startRedis()
try {
  const { seed } = values
  const [nodes, lastsMs] = [Number(values.nodes), Number(values.seconds) * 1_000]
  const result = await troubleNodes({ databaseUrl, redis, nodes, seed, lastsMs, settleMs: 120_000, note: console.log })
  const violations = judgeNodes(result.events, result.log)
  for (const it of result.troubles) console.log(it)
  for (const { promise, at, message } of violations.slice(0, 20)) {
    console.log(`Promise ${promise} at ${(at / 1000).toFixed(1)} s: ${message}`)
  }
  const held = violations.length === 0 && result.troubles.length === 0
  console.log(`Seed ${seed}: ${result.log.head} messages, ${held ? 'everything held.' : 'not everything held.'}`)
  process.exitCode = held ? 0 : 1
} finally {
  await redis[Symbol.asyncDispose]()
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
}
