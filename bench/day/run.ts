import { setTimeout as pause } from 'node:timers/promises'
import { manyUsers } from '../parts/many-users.ts'
import { inDirectory, onNodes, type Place } from '../parts/place.ts'
import { startLoad } from '../parts/server.ts'
import { openHouse } from './house.ts'
import { kinds } from './schedule.ts'
import type { Tally } from './tally.ts'

export interface DayOptions {
  users: number
  /** Of the whole day. */
  seconds: number
  /** Of each user. */
  messages: number
  seed: number
  /** So many on PostgreSQL and Redis; without it the only one, on SQLite. */
  nodes?: number | undefined
  note?: (line: string) => void
}

export interface DayReport {
  tally: Omit<Tally, 'fail'>
  /** What does not hold in the end. */
  trouble: string[]
  /** ms after the outage until all who were online were level again, with the start of an only server; null: not in time. */
  outageMs: number | null
  /** Seconds of processor time of the whole day: the nodes', and of what stands beside them. */
  spent: Readonly<Record<string, number>>
  /** Bytes for each message that was written, by table. */
  stored: Readonly<Record<string, number>>
  /** Bytes in Redis for each device that was online before the outage. */
  redisBytes: number | undefined
  /** Of the server that was killed, since. */
  server: { delayP99Ms: number; memoryMB: number }
}

/** A server dies in the middle of the morning, when everybody is there, and begins again. */
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
  await using place = nodes === undefined ? inDirectory() : await onNodes()
  note(`${users} users with ${kinds.length} devices each`)
  const tokens = await fill(place, users * kinds.length)
  const before = await place.stored()

  await using load = startLoad('day')
  await using house = await openHouse(place, nodes ?? 1)
  const redisBefore = await place.redisMemory()
  const over = load.call('live', { ports: house.ports(), tokens, seed, seconds, messages })
  await pause(seconds * 1_000 * OUTAGE)
  const online = await load.call<number>('online')
  const redisMemory = await place.redisMemory()
  const redisBytes = redisMemory && redisBefore && Math.max(0, redisMemory - redisBefore) / online
  note(`half past nine, ${online} devices online: ${nodes === undefined ? 'the server' : 'a node'} is killed`)
  const killed = performance.now()
  await house.kill()
  await load.call('moved', house.ports())
  const levelMs = await load.call<number | null>('level', { withinMs: SETTLE_MS })
  const outageMs = levelMs === null ? null : performance.now() - killed
  note(levelMs === null ? 'not everybody came back' : `all back and level after ${Math.round(outageMs ?? 0)} ms`)
  await load.call('moved', await house.complete())
  await over
  note('midnight: everybody comes once more')
  const trouble = await load.call<string[]>('settle', { withinMs: SETTLE_MS })
  const tally = await load.call<Omit<Tally, 'fail'>>('tally')
  await load.call('close')
  const server = await house.last()
  const spent = await house.close()
  const stored = Object.entries(await place.stored()).map(([name, it]) => [
    name,
    (it - (before[name] ?? 0)) / tally.written,
  ])
  return {
    ...{ tally, outageMs, spent, redisBytes, server },
    trouble: [...trouble, ...tally.failures.slice(0, 5)],
    stored: Object.fromEntries(stored),
  }
}

async function fill(place: Place, devices: number): Promise<string[]> {
  const mother = await place.openMother()
  // Nobody whom a run before has left in Redis.
  const tokens = await manyUsers(mother, devices, 0, `day ${process.pid} user`)
  await mother.close()
  return tokens
}
