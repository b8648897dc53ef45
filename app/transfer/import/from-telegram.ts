import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import { countLeftOut, type Draft, type ReadFile } from './draft.ts'
import { isObject, type Json, textIn, timeIn } from './json.ts'

/** Telegram Desktop's `result.json`, of one chat or of all of them. Null when it is something else. */
export function fromTelegram(root: unknown): ReadFile | null {
  if (!isObject(root)) return null
  const chats = chatsIn(root)
  if (!chats) return null
  const self = ownId(root)
  const drafts: Draft[] = []
  const leftOut: ReadFile['leftOut'] = {}
  for (const chat of chats) {
    const messages = Array.isArray(chat.messages) ? chat.messages.filter(isObject) : []
    for (const message of messages) {
      const content = message.type === 'message' ? plainText(message.text) : ''
      if (content === '') countLeftOut(leftOut, 'noText')
      else drafts.push(draftOf(chat, message, content, self))
    }
  }
  // Each chat is in order, and the chats follow each other.
  drafts.sort((a, b) => (a.composedAt ?? 0) - (b.composedAt ?? 0))
  return { format: 'telegram', drafts, leftOut }
}

/** A chat alone is the whole file. An export of the account has them in lists. */
function chatsIn(root: Json): Json[] | null {
  if (Array.isArray(root.messages)) return [root]
  const lists = [root.chats, root.left_chats].flatMap((it) => (isObject(it) && Array.isArray(it.list) ? it.list : []))
  return lists.length > 0 ? lists.filter(isObject) : null
}

/** An export of the whole account says whose it is. */
function ownId({ personal_information: person }: Json): string | null {
  return isObject(person) && person.user_id !== undefined ? `user${String(person.user_id)}` : null
}

function draftOf(chat: Json, message: Json, content: string, self: string | null): Draft {
  const isOwn = self !== null && message.from_id === self
  const from = isOwn ? '' : textIn(message.from) || textIn(message.forwarded_from) || textIn(chat.name)
  return {
    source: `${String(chat.id)} ${String(message.id)}`,
    from: from === '' ? null : from,
    content,
    contentType: DEFAULT_CONTENT_TYPE,
    composedAt: timeIn(message.date_unixtime, 1_000) ?? dateIn(message.date),
  }
}

/** A string, or a list of strings and of entities with a `text` each. A link with a text of its own keeps its address. */
function plainText(text: unknown): string {
  if (typeof text === 'string') return text
  if (!Array.isArray(text)) return ''
  return text
    .map((part: unknown) => {
      if (typeof part === 'string' || !isObject(part)) return textIn(part)
      const href = textIn(part.href)
      return part.type === 'text_link' && href !== '' ? `${textIn(part.text)} (${href})` : textIn(part.text)
    })
    .join('')
}

/** Older exports have no `date_unixtime`; their `date` is in the time zone of the machine that wrote it. */
export function dateIn(date: unknown): number | null {
  const ms = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isFinite(ms) && ms >= 0 ? ms : null
}
