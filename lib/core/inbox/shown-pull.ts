import type { Clock } from '../ports.ts'
import type { CatchUpProgress, Level } from './catch-up.ts'
import type { ProgressMeter } from './progress.ts'
import type { Puller } from './puller.ts'
import { createThrottle } from './throttle.ts'

/**
 * How often a pull reports how far it has come, and how often what came is drawn, in ms. With every batch, both would take
 * more of the machine than the batches do.
 */
const REPORT_MS = 200
const DRAW_MS = 1_000

export interface ShownPullDeps {
  clock: Clock
  progress: ProgressMeter
  changed: (what: 'connection' | 'inbox') => void
  /** The server has recognised this device's history: what waits may go out. */
  recognised: () => void
}

/** Pulls, and shows on the way what has come. */
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
    // While the history is being replaced, what was sent into the lost one must go first.
    recognised = !at.rebuilding
    if (recognised) deps.recognised()
  }
  try {
    return await puller.pull(stop, report)
  } finally {
    // However it ended, what came so far is there to be seen.
    changed('inbox')
  }
}
