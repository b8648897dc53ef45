import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../kit/random.ts'
import type { Fault } from './fault.ts'

export interface LaneDeps {
  faults: readonly Fault[]
  random: Random
  /** Between two faults, and how long one lasts: from and to, in ms. */
  gap: readonly [number, number]
  lasts: readonly [number, number]
  left: () => number
  note: (name: string) => void
}

/** Runs one fault after the other, as the seed decides, until the time is over. Every fault has ended then. */
export async function runLane({ faults, random, gap, lasts, left, note }: LaneDeps): Promise<void> {
  const pause = (ms: number) => wait(Math.max(0, Math.min(ms, left())))
  for (;;) {
    await pause(random.int(...gap))
    const fault = random.pick(faults)
    const ms = random.int(...lasts)
    if (left() <= 0) return
    note(fault.name)
    const end = await fault.begin(random)
    if (!end) continue
    await pause(ms)
    await end()
  }
}
