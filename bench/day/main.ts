import { parseArgs } from 'node:util'
import { percentile } from '../statistics.ts'
import { figure } from '../table.ts'
import { type DayReport, runDay } from './run.ts'

const USAGE = `npm run load -- [options]

  A day of many people with four devices each, shortened: the morning, when all desks come at once; phones on trains, whose
  connections break again and again; evenings; scripts on the hour; and at half past nine the server is killed.

  --users N      people   (default 250)
  --seconds S    how long the day lasts   (default 240)
  --messages M   that each of them writes   (default 20)
  --seed S       the day to live through   (default 1)
  --help`

const text = { type: 'string' } as const
const { values: given } = parseArgs({
  options: { users: text, seconds: text, messages: text, seed: text, help: { type: 'boolean' } },
})
if (given.help) console.log(USAGE)
else {
  const [users, seconds] = [Number(given.users ?? 250), Number(given.seconds ?? 240)]
  const [messages, seed] = [Number(given.messages ?? 20), Number(given.seed ?? 1)]
  const report = await runDay({ users, seconds, messages, seed, note: (line) => console.error(line) })
  for (const line of lines(report, seconds)) console.log(line)
  process.exitCode = report.trouble.length === 0 ? 0 : 1
}

function lines({ tally, trouble, outageMs, server }: DayReport, seconds: number): string[] {
  const spread = (ms: readonly number[]) =>
    ms.length === 0
      ? 'none'
      : `${figure(ms.length)}, ms: p50 ${figure(percentile(ms, 0.5))}, p99 ${figure(percentile(ms, 0.99))}, worst ${figure(percentile(ms, 1))}`
  return [
    `written        ${figure(tally.written)}, of them sent again and recognised ${tally.duplicates}`,
    `connections    ${figure(tally.connections)}, at once ${figure(tally.peak)}, broken or refused ${figure(tally.retries)}`,
    `sends          ${spread(tally.sends)}`,
    `live           ${spread(tally.live)}`,
    `caught up      ${spread(tally.caughtUp)}; ${figure(tally.pulled)} messages pulled`,
    `outage         ${outageMs === null ? 'not everybody came back' : `all back and level ${figure(outageMs / 1_000)} s after the kill`}`,
    `server         ${figure(server.cpuSeconds)} s of processor time in ${seconds} s, event loop late p99 ${figure(server.delayP99Ms)} ms, ${figure(server.memoryMB)} MB`,
    trouble.length === 0 ? 'In the end all devices of everybody are level.' : `NOT level: ${trouble.join('; ')}`,
  ]
}
