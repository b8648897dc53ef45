import { RoostError } from '../../../lib/protocol/error.ts'
import { createRoundRobin } from '../round-robin.ts'
import { createSlotsPerKey } from '../slots-per-key.ts'

/**
 * Hashing a password takes time and memory on purpose, so only a few run at once. `perCaller` counts those that run and wait
 * of one caller, `waiting` those of all.
 */
const LIMITS = { atOnce: 4, perCaller: 10, waiting: 1_000 }

export interface PasswordQueue {
  /** @throws RoostError `unavailable` when too many wait. */
  run<T>(caller: string, job: () => Promise<T>): Promise<T>
}

/** Round-robin between callers (networks, or browsers that are known): a flood from one keeps no other waiting. */
export function createPasswordQueue({ atOnce, perCaller, waiting } = LIMITS): PasswordQueue {
  const turns = createRoundRobin(atOnce)
  const [ofCaller, ofAll] = [createSlotsPerKey(perCaller), createSlotsPerKey(waiting)]
  const busy = () =>
    new RoostError('unavailable', 'The server is busy. Try again in a moment.', { retryAfterMs: 2_000 })

  return {
    async run(caller, job) {
      const own = ofCaller.take(caller)
      if (!own) throw busy()
      const all = ofAll.take('all')
      try {
        if (!all) throw busy()
        return await turns.run(caller, job)
      } finally {
        own()
        all?.()
      }
    },
  }
}
