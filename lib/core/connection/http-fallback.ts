import { RoostError } from '../../protocol/error.ts'
import type { Level } from '../inbox/catch-up.ts'
import { StorageError } from '../ports.ts'
import type { Heartbeat } from './heartbeat.ts'

export interface HttpFallbackDeps {
  pull: (stop: AbortSignal) => Promise<Level>
  heartbeat: Pick<Heartbeat, 'hurry'>
  level: (level: Level) => void
  /** The server refused, or the store failed. */
  failed: (error: unknown) => void
}

/** Some networks block WebSocket. There a pull over HTTP on the heartbeat still delivers. */
export function createHttpFallback({ pull, heartbeat, level, failed }: HttpFallbackDeps) {
  let works = false

  async function run(stop: AbortSignal): Promise<void> {
    try {
      level(await pull(stop))
      works = true
    } catch (error) {
      if (stop.aborted) {
        // The next try of a live connection cut it short: nothing is known yet, and the next wait is a longer one.
        heartbeat.hurry()
        return
      }
      works = false
      if (error instanceof RoostError || error instanceof StorageError) failed(error)
    }
  }

  return {
    run,
    /** The last pull went well: what waits in the outbox can go the same way. */
    works: () => works,
    reset() {
      works = false
    },
  }
}
