import type { ConnectionView } from '../../lib/core/device-state.ts'
import { formatCount } from './count.ts'
import { waitWords } from './problem-words.ts'

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
        ? { tone: 'calm', headline: 'Up to date', detail: 'New messages arrive at once.' }
        : { tone: 'busy', headline: 'Fetching your messages', detail: '' }
    case 'catchingUp':
      return { tone: 'busy', headline: `Catching up, ${progress(view)}`, detail: rate(view.perSecond) }
    case 'connecting':
      return { tone: 'busy', headline: 'Connecting', detail: 'What you write waits here until then.' }
    case 'waiting':
      return { tone: 'waits', headline: countdown(view.until - now), detail: waitWords(view.reason) }
    case 'offline':
      return { tone: 'waits', headline: 'No network', detail: 'What you write waits here and goes out by itself.' }
    case 'switchedOff':
      return { tone: 'waits', headline: 'Working offline', detail: 'What you write waits here until you go online.' }
    case 'following':
      return { ...connectionWords(view.shared, now, drawn), detail: 'Connected through another tab of this device.' }
    case 'signedOut':
      return { tone: 'ask', headline: 'Signed out', detail: 'Sign in again to go on.' }
    case 'revoked':
      return { tone: 'ask', headline: 'Removed', detail: 'This device was removed from your account.' }
  }
}

const progress = ({ done, total }: { done: number; total: number }) => `${formatCount(done)} of ${formatCount(total)}`

const rate = (perSecond: number) => (perSecond > 0 ? `${formatCount(Math.round(perSecond))} messages a second` : '')

function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 0) return 'Trying again now'
  return seconds < 90 ? `Trying again in ${seconds} s` : `Trying again in ${Math.round(seconds / 60)} min`
}
