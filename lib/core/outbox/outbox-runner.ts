import type { SendResult } from '../../protocol/send.ts'
import { backoffMs } from '../connection/backoff.ts'
import type { Clock, DeviceStore, Random, Transport } from '../ports.ts'
import { flush } from './flusher.ts'

export interface OutboxRunnerDeps {
  store: Pick<DeviceStore, 'nextRequest' | 'nextDueAt' | 'settle'>
  clock: Clock
  random: Random
  send: Transport['send']
  settled: (results: readonly SendResult[]) => void
  markRefused?: (() => void) | undefined
  failed: (error: unknown) => void
}

/**
 * Runs one flush at a time; a kick during a flush starts another one afterwards. After a refusal for now the runner
 * sends nothing before the time is up, even if new messages are composed or pulled.
 */
export function createOutboxRunner(deps: OutboxRunnerDeps) {
  let stop: AbortController | null = null
  let again = false
  let refusals = 0
  let cancelTimer: (() => void) | null = null
  let forgetHeld = () => {}

  async function run(signal: AbortSignal): Promise<void> {
    do {
      again = false
      const flushed = await flush({ ...deps, now: deps.clock.now, signal })
      if (flushed.outcome === 'later') {
        refusals++
        cancelTimer = deps.clock.after(backoffMs(refusals, deps.random, flushed.retryAfterMs), () => {
          cancelTimer = null
          kick()
        })
        return
      }
      refusals = 0
    } while (again)
    await waitForHeld(signal)
  }

  async function waitForHeld(signal: AbortSignal): Promise<void> {
    const now = deps.clock.now()
    const due = await deps.store.nextDueAt(now)
    forgetHeld()
    if (due !== null && !signal.aborted) forgetHeld = deps.clock.after(due - now, kick)
  }

  function kick(): void {
    if (cancelTimer) return
    if (stop) {
      again = true
      return
    }
    const mine = new AbortController()
    stop = mine
    run(mine.signal).then(
      () => {
        if (stop !== mine) return
        stop = null
        // The kick came after the run's last look at the outbox, and before the run ended.
        if (again) kick()
      },
      (error: unknown) => {
        if (stop === mine) stop = null
        if (!mine.signal.aborted) deps.failed(error)
      },
    )
  }

  return {
    kick,
    /** Ends the run after the request in flight, without waiting for its answer. */
    stop() {
      cancelTimer?.()
      cancelTimer = null
      forgetHeld()
      stop?.abort()
      stop = null
    },
  }
}
