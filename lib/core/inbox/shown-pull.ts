import type { Clock } from '../ports.ts'
import type { CatchUpProgress, Level } from './catch-up.ts'
import type { ProgressMeter } from './progress.ts'
import type { Puller } from './puller.ts'
import { createThrottle } from './throttle.ts'

/**
 * How often a pull reports its progress, and how often the screen draws the new messages, in ms. Done with every batch,
 * both would cost more than the batches themselves.
 */
const REPORT_MS = 200
const DRAW_MS = 1_000

export interface ShownPullDeps {
  clock: Clock
  progress: ProgressMeter
  changed: (what: 'connection' | 'inbox') => void
  /** The server has recognised this device's history, so the outbox may go out. */
  recognised: () => void
}

/** Pulls, and shows the new messages on the way. */
export async function shownPull(puller: Puller, stop: AbortSignal, deps: ShownPullDeps): Promise<Level> {
  const { clock, progress, changed } = deps
  const mayReport = createThrottle(clock, REPORT_MS)
  const mayDraw = createThrottle(clock, DRAW_MS)
  let recognised = false
  const report = (at: CatchUpProgress) => {
    progress.moved(at)
    const first = !recognised && !at.rebuilding
    if (!mayReport() && !first) return
    changed('connection')
    if (at.added > 0 && mayDraw()) changed('inbox')
    // During a rebuild the outbox waits, because messages sent into the lost history must go out first.
    recognised = !at.rebuilding
    if (recognised) deps.recognised()
  }
  try {
    return await puller.pull(stop, report)
  } finally {
    // A failed pull has stored messages, too, and the screen shows them.
    changed('inbox')
  }
}
