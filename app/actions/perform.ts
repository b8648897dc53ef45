import type { Deletion } from '../../lib/core/ports.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { toggleAsWritten } from '../content/as-written.ts'
import { copyText } from '../ui/copy-text.ts'
import { actions as actionsEnglish } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import { sentenceLater } from '../words/sentence-later.ts'
import type { Actions } from './actions.ts'
import { linkTo } from './link/message-link.ts'
import type { ActionName } from './menu/message-actions.ts'
import { toggled } from './select/selection.ts'

const texts = subject('actions', actionsEnglish)

/** The action layer opens these. */
type OpeningAction = 'sendAgain' | 'details'

/** Copies texts as they were written, in the order of the screen. */
export async function copy({ say }: Actions, entries: readonly Entry[]): Promise<void> {
  const copied = await copyText(entries.map((it) => it.content).join('\n\n'))
  say(copied ? (entries.length === 1 ? texts.copied : texts.copiedMany(entries.length)) : texts.notCopied)
}

export async function remove({ device, say }: Actions, entries: readonly Entry[]): Promise<void> {
  try {
    const deletion = await device.deletePosts(entries)
    const isHere = deletion.held.length === 0
    const one = isHere ? texts.deletedHere : texts.deleted
    const stays = !isHere && entries.length === 1
    say(entries.length === 1 ? one : texts.deletedMany(entries.length), stays ? { spokenOnly: true } : { deletion })
  } catch (error) {
    say(await sentenceLater(error))
  }
}

async function mark({ device, say }: Actions, name: 'pin' | 'done', entry: Entry): Promise<void> {
  const key = name === 'pin' ? 'pinned' : 'done'
  try {
    await device.mark(entry, { [key]: entry[key] ? null : true })
    const [now, before] = name === 'pin' ? [texts.pinned, texts.unpinned] : [texts.markedDone, texts.markedNotDone]
    say(entry[key] ? before : now)
  } catch (error) {
    say(await sentenceLater(error))
  }
}

export async function undo({ device, say }: Actions, deletion: Deletion): Promise<void> {
  const inTime = await device.undoDelete(deletion).catch(() => false)
  say(inTime ? texts.undone : texts.undoLate)
}

/** Performs an action on one message. */
export async function perform(actions: Actions, name: Exclude<ActionName, OpeningAction>, entry: Entry): Promise<void> {
  switch (name) {
    case 'copy':
      return copy(actions, [entry])
    case 'link': {
      const copied = await copyText(linkTo(location.origin, entry.id))
      return actions.say(copied ? texts.linkCopied : texts.notCopied)
    }
    case 'edit':
      return actions.edit(entry)
    case 'raw':
      return toggleAsWritten(entry.id)
    case 'pin':
    case 'done':
      return mark(actions, name, entry)
    case 'select':
      return actions.set({ selection: toggled(actions.get().selection, entry.id) })
    case 'delete':
      return remove(actions, [entry])
  }
}
