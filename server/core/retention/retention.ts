import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { judgeClock } from './judge-clock.ts'

export interface RetentionDeps {
  store: Pick<Store, 'expire' | 'trustedTime' | 'trustTime'>
  /** How long messages are kept; 0: for ever. */
  days: number
  /** ms since the epoch. */
  now: () => number
  /** The time that was trusted last, if any, in ms since the epoch. */
  believed: number | null
  log: Pick<Log, 'info' | 'warn'>
}

export interface Retention {
  /** Removes messages that are too old, unless the clock cannot be trusted. Never rejects. */
  run(): Promise<void>
  /**
   * The time from which the age of a new message counts, in ms since the epoch: the clock, but never before the trusted
   * time. The clock of a small machine starts in the past until it reaches the network, and would make a new message
   * old enough to be removed. People never read this time, because the trusted time may come from a clock that was
   * ahead.
   */
  agesFrom(): number
}

export function createRetention({ store, days, now, believed, log }: RetentionDeps): Retention {
  let held = false
  let notBefore = believed ?? 0

  async function expire(): Promise<void> {
    const at = now()
    const last = await store.trustedTime()
    // Nothing can be removed by mistake here, so the trusted time follows the clock. Retention can then be switched on
    // at any time.
    if (days === 0) return store.trustTime(Math.max(at, last ?? at))
    const judged = judgeClock(at, last, days)
    if (judged.outcome === 'ahead') return hold(at, last ?? at)
    if (held) log.info('retention goes on')
    held = false
    notBefore = judged.believed
    await store.trustTime(judged.believed)
    const { removed } = await store.expire({ before: judged.before, now: at })
    if (removed > 0) log.info({ removed }, 'old messages were removed')
  }

  /** Logs it once, not every hour. */
  function hold(at: number, last: number): void {
    if (held) return
    held = true
    const times = { clock: new Date(at).toISOString(), lastBelieved: new Date(last).toISOString() }
    log.warn(
      times,
      'retention holds, because the clock has leapt ahead: if it is right, npm run roost -- retention --release',
    )
  }

  return {
    async run() {
      try {
        await expire()
      } catch (error) {
        log.warn({ err: error }, 'old messages could not be removed')
      }
    },
    agesFrom: () => (days === 0 ? now() : Math.max(now(), notBefore)),
  }
}
