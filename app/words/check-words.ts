import type { ConnectionView } from '../../lib/core/device-state.ts'
import { check as english } from './en/general/check.ts'
import { subject } from './language/catalog.ts'
import { formatClock } from './time/time.ts'
import { waitWords } from './wait-words.ts'

const say = subject('check', english)

/** How a check ended that a person has asked for at `now`. The time shows that a second try was one. */
export function checkWords(view: ConnectionView, now: number): string {
  const at = formatClock(now)
  switch (view.state) {
    case 'live':
      return say.haveAll(at)
    case 'catchingUp':
    case 'connecting':
    case 'following':
      return say.onTheirWay(at)
    case 'waiting':
      return say.failed(at, waitWords(view.reason))
    case 'offline':
      return say.failed(at, say.noNetwork)
    case 'switchedOff':
      return say.switchedOff
    case 'signedOut':
    case 'revoked':
      return say.failed(at, say.unknownHere)
  }
}
