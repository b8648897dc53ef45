import type { ConnectionView } from '../../lib/core/device-state.ts'
import { waitWords } from './problem-words.ts'
import { formatClock } from './time/time.ts'

/** How a check ended that a person has asked for at `now`. The time shows that a second try was one. */
export function checkWords(view: ConnectionView, now: number): string {
  const at = `Checked at ${formatClock(now)}`
  switch (view.state) {
    case 'live':
      return `${at}. You have everything.`
    case 'catchingUp':
    case 'connecting':
    case 'following':
      return `${at}. Messages are on their way.`
    case 'waiting':
      return `${at}, without success. ${waitWords(view.reason)}`
    case 'offline':
      return `${at}, without success. There is no network.`
    case 'switchedOff':
      return 'This device works offline. Switch that off first.'
    case 'signedOut':
    case 'revoked':
      return `${at}, without success. The server does not know this device any more.`
  }
}
