import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import { countLeftOut, type Draft, type ReadFile } from './draft.ts'
import { isObject, type Json, textIn, timeIn } from './json.ts'

/**
 * Signal's own backup format as JSON, one frame to a line: recipients, chats, and their items. Null when the lines are
 * something else.
 */
export function fromSignalDesktop(frames: readonly Json[]): ReadFile | null {
  if (!frames.some((it) => isObject(it.chatItem))) return null
  const names = new Map<string, string | null>()
  const drafts: Draft[] = []
  const leftOut: ReadFile['leftOut'] = {}
  for (const { recipient, chatItem } of frames) {
    if (isObject(recipient)) names.set(String(recipient.id), nameOf(recipient))
    if (!isObject(chatItem)) continue
    const content = bodyOf(chatItem)
    if (isObject(chatItem.remoteDeletedMessage)) countLeftOut(leftOut, 'deleted')
    else if (content.trim() === '') countLeftOut(leftOut, 'noText')
    else {
      const { chatId, authorId, dateSent } = chatItem
      drafts.push({
        source: `${String(chatId)} ${String(authorId)} ${String(dateSent)}`,
        from: names.get(String(authorId)) ?? null,
        content,
        contentType: DEFAULT_CONTENT_TYPE,
        composedAt: timeIn(dateSent),
      })
    }
  }
  drafts.sort((a, b) => (a.composedAt ?? 0) - (b.composedAt ?? 0))
  return { format: 'signalDesktop', drafts, leftOut }
}

function bodyOf({ standardMessage }: Json): string {
  const text = isObject(standardMessage) ? standardMessage.text : undefined
  return isObject(text) ? textIn(text.body) : ''
}

/** Null for the person themselves. */
function nameOf({ contact, group, self }: Json): string | null {
  if (isObject(self)) return null
  if (isObject(group)) return titleOf(group)
  if (!isObject(contact)) return null
  const given = isObject(contact.nickname) ? contact.nickname : {}
  const names = [
    [given.given, given.family],
    [contact.systemGivenName, contact.systemFamilyName],
    [contact.profileGivenName, contact.profileFamilyName],
    [contact.username],
    [contact.e164],
  ].map((parts) =>
    parts
      .map((it) => (typeof it === 'number' ? String(it) : textIn(it)))
      .filter(Boolean)
      .join(' '),
  )
  return names.find((it) => it !== '') ?? null
}

function titleOf({ snapshot }: Json): string | null {
  const title = isObject(snapshot) && isObject(snapshot.title) ? textIn(snapshot.title.title) : ''
  return title === '' ? null : title
}
