import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Removes what is older than `days`, now and every hour. Returns stop. 0 days: nothing, for ever. */
export function scheduleRetention(store: Store, days: number, log: Log): () => void {
  if (days === 0) return () => {}
  const expire = async () => {
    try {
      const { removed } = await store.expire({ before: Date.now() - days * DAY_MS })
      if (removed > 0) log.info({ removed }, 'old messages were removed')
    } catch (error) {
      log.warn({ err: error }, 'old messages could not be removed')
    }
  }
  const timer = setInterval(() => void expire(), HOUR_MS).unref()
  void expire()
  return () => clearInterval(timer)
}
