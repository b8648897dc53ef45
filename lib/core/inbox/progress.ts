import type { Clock } from '../ports.ts'
import type { CatchUpProgress } from './catch-up.ts'

/** How much of a catch-up is done, counted in versions. */
export interface Progress {
  done: number
  total: number
  perSecond: number
}

/** Follows a catch-up and remembers the server's head. */
export function createProgress(clock: Clock) {
  let head = 0
  let start: { cursor: number; at: number } | null = null
  let progress: Progress | null = null

  return {
    head: () => head,
    now: () => progress,
    /** The server named its head, which is lower than before if it was restored. */
    headIs(version: number) {
      head = version
    },
    /** A live batch reached this version, so head is at least that. */
    sawHead(version: number) {
      head = Math.max(head, version)
    },
    begin(cursor: number) {
      start = { cursor, at: clock.now() }
      progress = head > cursor ? { done: 0, total: head - cursor, perSecond: 0 } : null
    },
    moved(to: CatchUpProgress) {
      // A rebuild starts again from a lower cursor than this device had.
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
