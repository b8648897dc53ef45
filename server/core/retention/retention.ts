import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { judgeClock } from './judge-clock.ts'

export interface RetentionDeps {
  store: Pick<Store, 'expire' | 'trustedTime' | 'trustTime'>
  /** How long messages are kept; 0: for ever. */
  days: number
  /** ms since the epoch. */
  now: () => number
  /** The time that was believed last, if any, in ms since the epoch. */
  believed: number | null
  log: Pick<Log, 'info' | 'warn'>
}

export interface Retention {
  /** Removes what is too old, unless the clock is not to be believed. Never rejects. */
  run(): Promise<void>
  /**
   * From when the age of a message counts that is stored now, in ms since the epoch: the clock, but nothing before `believed`.
   * A clock that starts in the past, as small machines have until they reach the network, would make a new message old enough
   * to be removed. People never read this time: `believed` may as well come from a clock that was ahead.
   */
  agesFrom(): number
}

export function createRetention({ store, days, now, believed, log }: RetentionDeps): Retention {
  let held = false
  let notBefore = believed ?? 0

  async function expire(): Promise<void> {
    const at = now()
    const last = await store.trustedTime()
    // Nothing can be removed by mistake: the clock is followed, so that retention can be switched on at any time.
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

  /** Said once, not every hour. */
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
