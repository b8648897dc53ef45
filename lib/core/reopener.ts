import { backoffMs } from './connection/backoff.ts'
import type { Clock, Random } from './ports.ts'

/** A store that was lost again sooner than this counts as one more failed try. */
const STABLE_MS = 30_000

export interface ReopenerDeps {
  clock: Clock
  random: Random
  /** Opens a store and goes on with it. */
  open: () => Promise<void>
  failed: (error: unknown) => void
}

export interface Reopener {
  /** The store is gone. Opens another one: at once, or after a wait if the last one did not live long. */
  lost(): void
  /** Ends a wait. */
  hurry(): void
  /** Whether the store is gone. */
  isLost(): boolean
  /** Resolves when there is a store, or the present try has failed. */
  settled(): Promise<void>
  stop(): void
}

/** Opens a lost store again until it works: a browser that closes its databases needs a moment to offer them again. */
export function createReopener({ clock, random, open, failed }: ReopenerDeps): Reopener {
  let state: 'open' | 'waiting' | 'trying' | 'stopped' = 'open'
  let failures = 0
  let openedAt = Number.NEGATIVE_INFINITY
  let lostMeanwhile = false
  let trying = Promise.resolve()
  let cancelTimer = () => {}

  function wait(): void {
    state = 'waiting'
    cancelTimer = clock.after(backoffMs(failures, random), run)
  }

  function run(): void {
    cancelTimer()
    state = 'trying'
    lostMeanwhile = false
    trying = attempt()
  }

  async function attempt(): Promise<void> {
    try {
      await open()
    } catch (error) {
      if (state === 'stopped') return
      failures++
      wait()
      failed(error)
      return
    }
    if (state === 'stopped') return
    openedAt = clock.now()
    state = 'open'
    if (lostMeanwhile) lost()
  }

  function lost(): void {
    if (state === 'trying') lostMeanwhile = true
    if (state !== 'open') return
    if (clock.now() - openedAt >= STABLE_MS) failures = 0
    if (failures++ === 0) run()
    else wait()
  }

  return {
    lost,
    hurry() {
      if (state === 'waiting') run()
    },
    isLost: () => state === 'waiting' || state === 'trying',
    settled: () => trying,
    stop() {
      state = 'stopped'
      cancelTimer()
    },
  }
}
