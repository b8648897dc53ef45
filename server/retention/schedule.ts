import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import { createRetention } from './retention.ts'

const HOUR_MS = 60 * 60_000

/** Looks for what is older than `days`, now and every hour. Returns stop. */
export function scheduleRetention(store: Store, days: number, log: Log): () => void {
  const retention = createRetention({ store, days, now: Date.now, log })
  const timer = setInterval(() => void retention.run(), HOUR_MS).unref()
  void retention.run()
  return () => clearInterval(timer)
}
