import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import type { ActionName } from './message-actions.ts'

const say = subject('actions', english)

/** The name of an action on a message, which may take back what was done before. */
export function actionLabel(name: ActionName, { pinned, done }: Pick<Entry, 'pinned' | 'done'>): string {
  if (name === 'pin' && pinned) return say.unpin
  if (name === 'done' && done) return say.notDone
  return say[name]
}
