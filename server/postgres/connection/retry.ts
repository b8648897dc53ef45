import { setTimeout as pause } from 'node:timers/promises'
import { classify, toRefusal } from './postgres-error.ts'

const GIVE_UP_MS = 5_000
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1_000

/**
 * Tries again for some seconds, with full jitter, while the failure may pass. `again`: an earlier try may have been
 * committed unheard, so `run` must be safe to repeat.
 * @throws the error that `run` throws; RoostError `unavailable`.
 */
export async function retry<T>(run: (again: boolean) => Promise<T>): Promise<T> {
  const begun = performance.now()
  for (let tries = 0; ; tries += 1) {
    try {
      return await run(tries > 0)
    } catch (error) {
      if (classify(error) !== 'transient' || performance.now() - begun > GIVE_UP_MS) throw toRefusal(error)
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries))
    }
  }
}
