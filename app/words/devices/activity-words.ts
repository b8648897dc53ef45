import { browserName } from '../../../lib/browser/browser-name.ts'
import type { Activity } from '../../../lib/protocol/activity.ts'
import { formatCount } from '../count.ts'

/** An event of the account as a sentence; null for one that only a later version knows. */
export function activityWords({ what, by, agent, device = '', name, count = 0 }: Activity): string | null {
  const doer = by === undefined ? 'somebody who had signed in' : `“${by}”`
  const from = agent ? `with ${browserName(agent)}` : 'with a program'
  switch (what) {
    case 'joined':
      return by === undefined ? `“${device}” joined` : `“${device}” joined, invited by ${doer}`
    case 'left':
      return `“${device}” signed out`
    case 'removed':
      return `“${device}” was removed by ${doer}`
    case 'renamed':
      return `“${device}” was renamed to “${name}” by ${doer}`
    case 'signedIn':
      return `Somebody signed in ${from}`
    case 'passwordChanged':
      return `The password was changed ${from}`
    case 'passkeyAdded':
      return `A passkey was added ${from}`
    case 'passkeyRemoved':
      return `A passkey was removed ${from}`
    case 'deleted':
      return `${formatCount(count)} texts were deleted by ${doer}`
    default:
      return null
  }
}
