import type { Clock } from '../ports.ts'
import type { CatchUpProgress } from './catch-up.ts'

/** Of the versions that a catch-up brings. */
export interface Progress {
  done: number
  total: number
  perSecond: number
}

/** Follows a catch-up and remembers the mother's head. */
export function createProgress(clock: Clock) {
  let head = 0
  let start: { cursor: number; at: number } | null = null
  let progress: Progress | null = null

  return {
    head: () => head,
    now: () => progress,
    /** As the mother says: lower than before when she went back in time. */
    headIs(version: number) {
      head = version
    },
    /** A push up to this version: there is at least that. */
    sawHead(version: number) {
      head = Math.max(head, version)
    },
    begin(cursor: number) {
      start = { cursor, at: clock.now() }
      progress = head > cursor ? { done: 0, total: head - cursor, perSecond: 0 } : null
    },
    moved(to: CatchUpProgress) {
      // A replaced history starts again below where this device was.
      if (!start || to.cursor < start.cursor) start = { cursor: 0, at: clock.now() }
      head = to.head
      const done = to.cursor - start.cursor
      const seconds = Math.max(0.001, (clock.now() - start.at) / 1000)
      progress = { done, total: Math.max(done, head - start.cursor), perSecond: Math.round(done / seconds) }
    },
    end() {
      start = null
      progress = null
    },
  }
}

export type ProgressMeter = ReturnType<typeof createProgress>
