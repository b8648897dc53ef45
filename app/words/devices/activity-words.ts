import { browserName } from '../../../lib/browser/browser-name.ts'
import type { Activity } from '../../../lib/protocol/activity.ts'
import { activity as english } from '../en/devices/activity.ts'
import { subject } from '../language/catalog.ts'
import { browserWords } from './browser-words.ts'

const say = subject('activity', english)

/** An event of the account as a sentence; null for one that only a later version knows. */
export function activityWords({ what, by, agent, device = '', name = '', count = 0 }: Activity): string | null {
  const doer = by === undefined ? say.signedInPerson : say.device(by)
  const from = agent ? say.withBrowser(browserWords(browserName(agent))) : say.withProgram
  switch (what) {
    case 'joined':
      return by === undefined ? say.joined(device) : say.joinedInvited(device, doer)
    case 'left':
      return say.left(device)
    case 'removed':
      return say.removed(device, doer)
    case 'renamed':
      return say.renamed(device, name, doer)
    case 'signedIn':
      return say.signedIn(from)
    case 'passwordChanged':
      return say.passwordChanged(from)
    case 'passkeyAdded':
      return say.passkeyAdded(from)
    case 'passkeyRemoved':
      return say.passkeyRemoved(from)
    case 'invited':
      return say.invited(from)
    case 'accountRemoved':
      return say.accountRemoved(from)
    case 'deleted':
      return say.deleted(count, doer)
    default:
      return null
  }
}
