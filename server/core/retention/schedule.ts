import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { createRetention, type Retention } from './retention.ts'

const HOUR_MS = 60 * 60_000

export interface ScheduledRetention extends Pick<Retention, 'agesFrom'> {
  stop(): void
}

/** Removes messages older than `days`, now and every hour. */
export async function scheduleRetention(store: Store, days: number, log: Log): Promise<ScheduledRetention> {
  const believed = await store.trustedTime()
  const retention = createRetention({ store, days, now: Date.now, believed, log })
  const timer = setInterval(() => void retention.run(), HOUR_MS).unref()
  void retention.run()
  return { agesFrom: retention.agesFrom, stop: () => clearInterval(timer) }
}
