import { limits } from '../../protocol/limits.ts'
import type { Clock } from '../ports.ts'

export interface Heartbeat {
  /** The server's hello sets it, in ms. */
  period(ms: number): void
  /** A batch came, so the period starts again. */
  reset(): void
  stop(): void
  /** Makes the next beat due at once. */
  hurry(): void
  /** Whether a whole period has passed since the last beat or batch. A `true` counts as a beat. */
  due(): boolean
}

/** Calls `beat` once when no batch came for a period. The pull that follows resets it. */
export function createHeartbeat(clock: Clock, beat: () => void): Heartbeat {
  let periodMs: number = limits.heartbeatMs
  let last = Number.NEGATIVE_INFINITY
  let cancel = () => {}

  return {
    period(ms) {
      periodMs = ms
    },
    reset() {
      cancel()
      last = clock.now()
      cancel = clock.after(periodMs, beat)
    },
    stop() {
      cancel()
    },
    hurry() {
      last = Number.NEGATIVE_INFINITY
    },
    due() {
      const now = clock.now()
      // A clock that was set back must not stop the beats.
      if (now - last < periodMs && now >= last) return false
      last = now
      return true
    },
  }
}
