import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { canEdit, isChangeable, isMarkable, isText } from './can-edit.ts'

export interface MessageAction {
  name: 'copy' | 'link' | 'edit' | 'sendAgain' | 'pin' | 'done' | 'raw' | 'details' | 'select' | 'delete'
  /** Pressed at a message or in its menu, it acts at once. Letters are lower case. */
  key: string
  /** A line stands above it in the menu. */
  begins?: boolean
}

export type ActionName = MessageAction['name']

const all: readonly MessageAction[] = [
  { name: 'copy', key: 'c' },
  { name: 'link', key: 'l' },
  { name: 'edit', key: 'e' },
  { name: 'sendAgain', key: 'f' },
  { name: 'pin', key: 'p', begins: true },
  { name: 'done', key: 'd' },
  { name: 'raw', key: 'r', begins: true },
  { name: 'details', key: 'i' },
  { name: 'select', key: 's' },
  { name: 'delete', key: 'Delete', begins: true },
]

/** Lists the actions that are possible with a message as it is now, in the order of the menu. */
export function actionsFor(entry: Entry): MessageAction[] {
  const { deleted, status, version } = entry
  const possible: Record<ActionName, boolean> = {
    copy: !deleted,
    link: version !== null && status.state !== 'onlyHere',
    edit: canEdit(entry),
    sendAgain: !deleted,
    pin: isMarkable(entry),
    done: isMarkable(entry),
    raw: !deleted && isText(entry),
    details: true,
    select: !deleted,
    delete: isChangeable(entry),
  }
  return all.filter((it) => possible[it.name])
}

/** The action of a key, pressed without Ctrl, Cmd or Alt. */
export function actionOfKey(actions: readonly MessageAction[], key: string): MessageAction | undefined {
  const wanted = key === 'Backspace' ? 'Delete' : key.length === 1 ? key.toLowerCase() : key
  return actions.find((it) => it.key === wanted)
}
