import { parseArgs } from 'node:util'
import { percentile } from '../statistics.ts'
import { figure } from '../table.ts'
import { type DayReport, runDay } from './run.ts'

const USAGE = `npm run load -- [options]

  A day of many users with four devices each, shortened: the morning, when all desks come at once; phones on trains, whose
  connections break again and again; evenings; scripts on the hour; and at half past nine a server is killed.

  --users N      users   (default 250)
  --seconds S    how long the day lasts   (default 240)
  --messages M   that each of them writes   (default 20)
  --seed S       the day to live through   (default 1)
  --nodes N      so many, on the PostgreSQL of TEST_DATABASE_URL and the Redis of TEST_REDIS_URL, which have to be on this machine
                 and used by nothing else   (default: a single one, on SQLite)
  --help`

const text = { type: 'string' } as const
const { values: given } = parseArgs({
  options: { users: text, seconds: text, messages: text, seed: text, nodes: text, help: { type: 'boolean' } },
})
if (given.help) console.log(USAGE)
else {
  const [users, seconds] = [Number(given.users ?? 250), Number(given.seconds ?? 240)]
  const [messages, seed] = [Number(given.messages ?? 20), Number(given.seed ?? 1)]
  const nodes = given.nodes === undefined ? undefined : Number(given.nodes)
  const report = await runDay({ users, seconds, messages, seed, nodes, note: (line) => console.error(line) })
  for (const line of lines(report, users)) console.log(line)
  process.exitCode = report.problems.length === 0 ? 0 : 1
}

function lines(
  { counts, problems, outageMs, server, cpuTime, stored, redisBytes }: DayReport,
  users: number,
): string[] {
  const spread = (ms: readonly number[]) =>
    ms.length === 0
      ? 'none'
      : `${figure(ms.length)}, ms: p50 ${figure(percentile(ms, 0.5))}, p99 ${figure(percentile(ms, 0.99))}, worst ${figure(percentile(ms, 1))}`
  return [
    `written        ${figure(counts.written)}, of them sent again and recognised ${counts.duplicates}`,
    `connections    ${figure(counts.connections)}, at once ${figure(counts.peak)}, broken or refused ${figure(counts.retries)}`,
    `sends          ${spread(counts.sends)}`,
    `live           ${spread(counts.live)}`,
    `caught up      ${spread(counts.caughtUp)}; ${figure(counts.pulled)} messages pulled`,
    `outage         ${outageMs === null ? 'not every device came back' : `all back and level ${figure(outageMs / 1_000)} s after the kill`}`,
    ...Object.entries(cpuTime).map(
      ([name, it]) =>
        `${name.padEnd(14)} ${figure(it)} s of processor time, ${figure((it / users) * 1_000)} ms for a user's day`,
    ),
    `stored         ${Object.entries(stored)
      .map(([name, it]) => `${figure(it)} bytes a message in ${name}`)
      .join(', ')}`,
    ...(redisBytes === undefined ? [] : [`in Redis       ${figure(redisBytes)} bytes for each device online`]),
    `last server    event loop late p99 ${figure(server.delayP99Ms)} ms, ${figure(server.memoryMB)} MB`,
    problems.length === 0 ? 'In the end all devices of everybody are level.' : `NOT level: ${problems.join('; ')}`,
  ]
}
