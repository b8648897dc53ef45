import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchJson } from '../../server/core/messages/raw-json.ts'
import type { Caller, Mother } from '../../server/core/mother.ts'
import { migrations } from '../../server/sqlite/database/migrations.ts'
import { openDatabase } from '../../server/sqlite/database/open-database.ts'
import { bulkAppend } from '../parts/bulk-append.ts'
import { databaseIn, makeDevices, openMother, sendMany, temporaryDir } from '../parts/data.ts'
import { milliseconds } from '../parts/time.ts'
import type { Line, Round, Row, Size } from '../row.ts'
import { median } from '../statistics.ts'

const MISSED = 500
const PULLS: Record<Size, number> = { tiny: 2, full: 500, huge: 500 }

interface World {
  /** Messages that all devices see and that the device has had. */
  had: number
  /** In the middle of what it has missed. */
  forOthers: number
}
const worlds = {
  'ten thousand': { had: 10_000, forOthers: 0 },
  million: { had: 1_000_000, forOthers: 0 },
  'others between': { had: 10_000, forOthers: 100_000 },
}

const built: Record<Size, Record<string, World>> = {
  tiny: { 'ten thousand': { had: 500, forOthers: 0 }, 'others between': { had: 500, forOthers: 500 } },
  full: worlds,
  huge: { ...worlds, 'ten million': { had: 10_000_000, forOthers: 0 } },
}

const line = (side: string, what: string): Line => ({
  what: `pull of ${MISSED}, ${what}`,
  figure: 'pull',
  unit: 'ms',
  better: 'less',
  side,
  against: 'ten thousand',
  target: 1.2,
})

/** The logs it builds stay in the folder for temporary files, for the next run. */
export const growth: Row = {
  id: 'growth',
  work: 'a pull of 500 missed messages from logs of 1,000,000 (and 10,000,000 with --size huge), and with 100,000 versions for others in between; the limit is a log of 10,000',
  lines: [
    line('million', '1,000,000 in the log'),
    line('ten million', '10,000,000 in the log'),
    line('others between', '100,000 for others in between'),
  ],
  async open(size): Promise<Round> {
    const passing = size === 'tiny' ? temporaryDir() : undefined
    const dir = passing?.dir ?? join(tmpdir(), 'roost-bench-kept')
    const opened: Opened[] = []
    for (const [name, world] of Object.entries(built[size])) opened.push({ name, ...(await openWorld(dir, world)) })
    const taken = pullInTurns(opened, PULLS[size])
    return {
      sides: Object.fromEntries(opened.map(({ name }) => [name, async () => ({ pull: median(await taken(name)) })])),
      async [Symbol.asyncDispose]() {
        for (const { mother } of opened) await mother.close()
        passing?.[Symbol.dispose]()
      },
    }
  },
}

interface Opened {
  name: string
  mother: Mother
  device: Caller
  after: number
}

/**
 * In ms, what the pulls from each log took. Those of a round are made one from each log in turns: a machine that is slower for a
 * second is slower for all of them, and what is told apart here is less than that.
 */
function pullInTurns(opened: readonly Opened[], pulls: number): (name: string) => Promise<number[]> {
  const untold = new Map<string, number[]>()

  async function pullRound() {
    for (const { name } of opened) untold.set(name, [])
    for (let n = 0; n < pulls; n++) {
      for (const { name, mother, device, after } of opened) {
        untold.get(name)?.push(await milliseconds(() => pull(mother, device, after)))
      }
    }
  }

  return async (name) => {
    if (!untold.has(name)) await pullRound()
    const taken = untold.get(name) ?? []
    untold.delete(name)
    return taken
  }
}

async function pull(mother: Mother, device: Caller, after: number) {
  const batch = await mother.pull(device, { after, limit: MISSED })
  if (batch.messages.length !== MISSED) throw new Error(`${batch.messages.length} messages`)
  Buffer.from(batchJson(batch).text)
}

const USER = 'one user'

async function openWorld(kept: string, { had, forOthers }: World) {
  const dir = join(kept, `log-${had}-${forOthers}-schema-${migrations.length}`)
  if (!existsSync(dir)) await build(dir, { had, forOthers })
  const mother = openMother(dir)
  // Oldest first, and both were made in this order.
  const { devices } = await mother.listDevices(USER)
  const device = devices.find((it) => it.name === 'device 0')
  if (!device) throw new Error(`${dir} is not whole; remove it`)
  return { mother, device: { userId: USER, deviceId: device.deviceId }, after: had }
}

async function build(dir: string, { had, forOthers }: World) {
  const unfinished = `${dir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const first = openMother(unfinished)
  const [device, other] = await makeDevices(first, USER, 2)
  if (!device || !other) throw new Error('no devices were made')
  await first.close()

  await bulk(unfinished, device, had, 'all')
  const before = openMother(unfinished)
  await sendMany(before, device, MISSED / 2)
  await before.close()
  if (forOthers > 0) await bulk(unfinished, other, forOthers, other.deviceId)
  const after = openMother(unfinished)
  await sendMany(after, device, MISSED / 2)
  await after.close()
  renameSync(unfinished, dir)
}

async function bulk(dir: string, from: Caller, count: number, viewer: string) {
  const db = openDatabase(databaseIn(dir))
  bulkAppend(db, from, count, viewer)
  db.close()
}
