import { setTimeout as pause } from 'node:timers/promises'
import { openMother, temporaryDir } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import { type BenchServer, startLoad, startRoost } from '../parts/server.ts'
import { kinds } from './schedule.ts'
import type { Tally } from './tally.ts'

export interface DayOptions {
  users: number
  /** Of the whole day. */
  seconds: number
  /** Of each user. */
  messages: number
  seed: number
  note?: (line: string) => void
}

export interface DayReport {
  tally: Omit<Tally, 'fail'>
  /** What does not hold in the end. */
  trouble: string[]
  /** ms after the outage until all who were online were level again, with the start of the server; null: not in time. */
  outageMs: number | null
  server: { cpuSeconds: number; delayP99Ms: number; memoryMB: number }
}

/** The server dies in the middle of the morning, when everybody is there, and begins again. */
const OUTAGE = 9.5 / 24
const SETTLE_MS = 60_000

export async function runDay({ users, seconds, messages, seed, note = () => {} }: DayOptions): Promise<DayReport> {
  using data = temporaryDir()
  const mother = openMother(data.dir)
  note(`${users} users with ${kinds.length} devices each`)
  const tokens = await manyUsers(mother, users * kinds.length, 0)
  await mother.close()

  await using load = startLoad('day')
  let server = await startRoost(data.dir)
  try {
    const over = load.call('live', { port: server.port, tokens, seed, seconds, messages })
    await pause(seconds * 1_000 * OUTAGE)
    note('half past nine: the server is killed')
    const morning = await cpuSeconds(server)
    await server.kill()
    const killed = performance.now()
    server = await startRoost(data.dir)
    await load.call('moved', server.port)
    await server.call('watchDelay')
    const levelMs = await load.call<number | null>('level', { withinMs: SETTLE_MS })
    const outageMs = levelMs === null ? null : performance.now() - killed
    note(levelMs === null ? 'not everybody came back' : `all back and level after ${Math.round(outageMs ?? 0)} ms`)
    await over
    note('midnight: everybody comes once more')
    const trouble = await load.call<string[]>('settle', { withinMs: SETTLE_MS })
    const tally = await load.call<Omit<Tally, 'fail'>>('tally')
    const { p99 } = await server.call<{ p99: number }>('delay')
    const memoryMB = (await server.call<number>('memory')) / 1024 ** 2
    const cpu = morning + (await cpuSeconds(server))
    await load.call('close')
    return {
      tally,
      trouble: [...trouble, ...tally.failures.slice(0, 5)],
      outageMs,
      server: { cpuSeconds: cpu, delayP99Ms: p99, memoryMB },
    }
  } finally {
    await server[Symbol.asyncDispose]()
  }
}

async function cpuSeconds(server: BenchServer): Promise<number> {
  const { user, system } = await server.call<NodeJS.CpuUsage>('cpu')
  return (user + system) / 1e6
}
