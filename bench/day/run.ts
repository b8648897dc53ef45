import { setTimeout as pause } from 'node:timers/promises'
import { manyUsers } from '../parts/many-users.ts'
import { startLoad } from '../parts/server.ts'
import { clusterSetup, type Setup, sqliteSetup } from '../parts/setup.ts'
import type { DayCounts } from './counts.ts'
import { openDayServers } from './day-servers.ts'
import { kinds } from './schedule.ts'

export interface DayOptions {
  users: number
  /** How long the whole day lasts. */
  seconds: number
  /** How many each user writes. */
  messages: number
  seed: number
  /** So many on PostgreSQL and Redis; without it the only one, on SQLite. */
  nodes?: number | undefined
  note?: (line: string) => void
}

export interface DayReport {
  counts: Omit<DayCounts, 'fail'>
  /** Everything wrong at the end. */
  problems: string[]
  /** ms after the outage until all who were online were level again, with the start of an only server; null: not in time. */
  outageMs: number | null
  /** Seconds of processor time of the whole day: the nodes', and of what stands beside them. */
  cpuTime: Readonly<Record<string, number>>
  /** Bytes for each message that was written, by table. */
  stored: Readonly<Record<string, number>>
  /** Bytes in Redis for each device that was online before the outage. */
  redisBytes: number | undefined
  /** Figures of the server that was started last. */
  server: { delayP99Ms: number; memoryMB: number }
}

/** A server is killed in the middle of the morning, when all users are online, and starts again. */
const OUTAGE = 9.5 / 24
const SETTLE_MS = 60_000

export async function runDay({
  users,
  seconds,
  messages,
  seed,
  nodes,
  note = () => {},
}: DayOptions): Promise<DayReport> {
  await using setup = nodes === undefined ? sqliteSetup() : await clusterSetup()
  note(`${users} users with ${kinds.length} devices each`)
  const tokens = await fill(setup, users * kinds.length)
  const before = await setup.stored()

  await using load = startLoad('day')
  await using servers = await openDayServers(setup, nodes ?? 1)
  const redisBefore = await setup.redisMemory()
  const over = load.call('live', { ports: servers.ports(), tokens, seed, seconds, messages })
  await pause(seconds * 1_000 * OUTAGE)
  const online = await load.call<number>('online')
  const redisMemory = await setup.redisMemory()
  const redisBytes = redisMemory && redisBefore && Math.max(0, redisMemory - redisBefore) / online
  note(`half past nine, ${online} devices online: ${nodes === undefined ? 'the server' : 'a node'} is killed`)
  const killed = performance.now()
  await servers.kill()
  await load.call('moved', servers.ports())
  const levelMs = await load.call<number | null>('level', { withinMs: SETTLE_MS })
  const outageMs = levelMs === null ? null : performance.now() - killed
  note(levelMs === null ? 'not every device came back' : `all back and level after ${Math.round(outageMs ?? 0)} ms`)
  await load.call('moved', await servers.complete())
  await over
  note('midnight: every device comes once more')
  const problems = await load.call<string[]>('settle', { withinMs: SETTLE_MS })
  const counts = await load.call<Omit<DayCounts, 'fail'>>('counts')
  await load.call('close')
  const server = await servers.last()
  const cpuTime = await servers.close()
  const stored = Object.entries(await setup.stored()).map(([name, it]) => [
    name,
    (it - (before[name] ?? 0)) / counts.written,
  ])
  return {
    ...{ counts, outageMs, cpuTime, redisBytes, server },
    problems: [...problems, ...counts.failures.slice(0, 5)],
    stored: Object.fromEntries(stored),
  }
}

async function fill(setup: Setup, devices: number): Promise<string[]> {
  const mother = await setup.openMother()
  // New names, because an earlier run may have left users in Redis.
  const tokens = await manyUsers(mother, devices, 0, `day ${process.pid} user`)
  await mother.close()
  return tokens
}
