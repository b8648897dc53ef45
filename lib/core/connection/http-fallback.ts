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

/** Delivers on networks that block WebSocket: a device there pulls over HTTP on each heartbeat. */
export function createHttpFallback({ pull, heartbeat, level, failed }: HttpFallbackDeps) {
  let works = false

  async function run(stop: AbortSignal): Promise<void> {
    try {
      level(await pull(stop))
      works = true
    } catch (error) {
      if (stop.aborted) {
        // The next live attempt cut this pull short, so its outcome is unknown. The beat must come soon, as backoff
        // makes the next wait longer.
        heartbeat.hurry()
        return
      }
      works = false
      if (error instanceof RoostError || error instanceof StorageError) failed(error)
    }
  }

  return {
    run,
    /** Whether the last pull succeeded, so that the outbox can go out over HTTP, too. */
    works: () => works,
    reset() {
      works = false
    },
  }
}
