import { createRandom } from '../kit/random.ts'
import type { Violation } from '../simulation/checker/violation.ts'
import type { Event } from '../simulation/history/event.ts'
import { countsOf } from './counts.ts'
import { judge } from './judge.ts'
import { problem } from './run-faults.ts'
import { type Settled, settle } from './settle.ts'
import { wholeHistory } from './whole-history.ts'
import { createWorld } from './world.ts'

export interface ChaosOptions {
  seed: string
  /** How long things go wrong. */
  ms: number
  /** How long the devices may take afterwards to be in step. */
  settleMs: number
  note: (line: string) => void
}

export interface Verdict {
  violations: Violation[]
  settled: Settled[]
  counts: Record<string, number>
  faults: Record<string, number>
  settledInMs: number
  /** Kept when something did not hold. */
  dataDir: string
  events: readonly Event[]
}

/** Runs faults of every kind, lets all devices come back, and judges what is left. */
export async function chaos({ seed, ms, settleMs, note }: ChaosOptions): Promise<Verdict> {
  const world = await createWorld(createRandom(`${seed}/world`))
  let failed = true
  try {
    const faults = await problem(world, seed, ms, note)
    const { ledger, recorder, programs, tabs } = world
    recorder.add({ type: 'calm' })
    const calmAt = world.now()
    const devices = [...programs.map((it) => ({ ...it, deviceId: it.credentials.deviceId })), ...tabs]
    const settled = await settle(devices, ledger, settleMs)
    const settledInMs = Math.round(world.now() - calmAt)
    const events = await wholeHistory(world, settled)
    const violations = judge(events)
    failed = violations.length > 0
    const counts = countsOf(world, events)
    return { violations, settled, counts, faults, settledInMs, dataDir: world.server.dataDir, events }
  } catch (error) {
    throw new Error(`Seed ${seed} came to no end; the server's data is in ${world.server.dataDir}`, { cause: error })
  } finally {
    await world.end(!failed)
  }
}
