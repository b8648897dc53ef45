import { limits } from '../../protocol/limits.ts'
import type { Clock } from '../ports.ts'

export interface Heartbeat {
  /** ms, as the mother's hello says. */
  period(ms: number): void
  /** A batch came: count from now. */
  reset(): void
  stop(): void
  /** Makes it due. */
  hurry(): void
  /** Whether a whole period has passed since the last beat or contact; answering yes counts as a beat. */
  due(): boolean
}

/** Calls `beat` once when no batch came for a period; whoever pulls then resets it. */
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
      // A clock that was set back must not silence it.
      if (now - last < periodMs && now >= last) return false
      last = now
      return true
    },
  }
}
