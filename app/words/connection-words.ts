import type { ConnectionView } from '../../lib/core/device-state.ts'
import { connection as english } from './en/general/connection.ts'
import { subject } from './language/catalog.ts'
import { waitWords } from './wait-words.ts'

const say = subject('connection', english)

/** `calm`: all is well; `busy`: work is running; `waits`: not connected, which is fine; `ask`: the person must act. */
export type Tone = 'calm' | 'busy' | 'waits' | 'ask'

export interface ConnectionWords {
  tone: Tone
  headline: string
  detail: string
}

/**
 * Says in plain words how this device is connected. `now` is in ms since the epoch, for the countdown. `drawn`: the
 * screen shows everything that the server has, as far as this device knows.
 */
export function connectionWords(view: ConnectionView, now: number, drawn = true): ConnectionWords {
  switch (view.state) {
    case 'live':
      return drawn
        ? { tone: 'calm', headline: say.upToDate, detail: say.atOnce }
        : { tone: 'busy', headline: say.fetching, detail: '' }
    case 'catchingUp':
      return { tone: 'busy', headline: say.catchingUp(view.done, view.total), detail: rate(view.perSecond) }
    case 'connecting':
      return { tone: 'busy', headline: say.connecting, detail: say.waitsUntilThen }
    case 'waiting':
      return { tone: 'waits', headline: countdown(view.until - now), detail: waitWords(view.reason) }
    case 'offline':
      return { tone: 'waits', headline: say.noNetwork, detail: say.waitsByItself }
    case 'switchedOff':
      return { tone: 'waits', headline: say.switchedOff, detail: say.waitsUntilOnline }
    case 'following':
      return { ...connectionWords(view.shared, now, drawn), detail: say.otherTab }
    case 'signedOut':
      return { tone: 'ask', headline: say.signedOut, detail: say.signInAgain }
    case 'revoked':
      return { tone: 'ask', headline: say.removed, detail: say.removedFromAccount }
  }
}

const rate = (perSecond: number) => (perSecond > 0 ? say.perSecond(Math.round(perSecond)) : '')

function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 0) return say.tryingNow
  return seconds < 90 ? say.tryingInSeconds(seconds) : say.tryingInMinutes(Math.round(seconds / 60))
}
