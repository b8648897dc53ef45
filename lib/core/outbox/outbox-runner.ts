import type { SendResult } from '../../protocol/send.ts'
import { backoffMs } from '../connection/backoff.ts'
import type { Clock, DeviceStore, Random, Transport } from '../ports.ts'
import { flush } from './flusher.ts'

export interface OutboxRunnerDeps {
  store: Pick<DeviceStore, 'nextRequest' | 'settle'>
  clock: Clock
  random: Random
  send: Transport['send']
  settled: (results: readonly SendResult[]) => void
  failed: (error: unknown) => void
}

/**
 * Keeps at most one flush under way; a kick during one is remembered. After a refusal for now nothing is sent before its
 * time, whatever is composed or pulled meanwhile.
 */
export function createOutboxRunner(deps: OutboxRunnerDeps) {
  let stop: AbortController | null = null
  let again = false
  let refusals = 0
  let cancelTimer: (() => void) | null = null

  async function run(signal: AbortSignal): Promise<void> {
    do {
      again = false
      const flushed = await flush({ ...deps, signal })
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
        // Kicked when the last look at the outbox was over, and the run not yet.
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
    /** Ends the run after the request that is under way; its answer, should it come, is not waited for. */
    stop() {
      cancelTimer?.()
      cancelTimer = null
      stop?.abort()
      stop = null
    },
  }
}
