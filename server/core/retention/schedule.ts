import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { createBinRetention } from './bins.ts'
import { createRetention, type Retention } from './retention.ts'

const HOUR_MS = 60 * 60_000

export interface ScheduledRetention extends Pick<Retention, 'agesFrom'> {
  stop(): void
}

/** In days. */
export interface Keeping {
  /** Messages; 0: for ever. */
  retentionDays: number
  /** Deleted texts; 0: not at all. */
  binDays: number
}

/** Removes what is too old, now and every hour. */
export async function scheduleRetention(
  store: Store,
  { retentionDays: days, binDays }: Keeping,
  log: Log,
  sweepFiles: () => Promise<void>,
): Promise<ScheduledRetention> {
  const believed = await store.trustedTime()
  const retention = createRetention({ store, days, now: Date.now, believed, log })
  const emptyBins = createBinRetention({ store, days: binDays, now: Date.now, log })
  const run = () => void emptyBins().then(retention.run).then(sweepFiles)
  const timer = setInterval(run, HOUR_MS).unref()
  run()
  return { agesFrom: retention.agesFrom, stop: () => clearInterval(timer) }
}
