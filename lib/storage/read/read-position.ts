import type { Message } from '../../protocol/message.ts'
import { findMessage, pagesFrom } from '../history.ts'
import { findIn } from '../pages.ts'
import type { Line, ReadLine } from '../state.ts'
import type { Tables } from '../tables.ts'

const counts = ({ kind, version, senderDeviceId }: Message, after: number, selfId: string) =>
  kind === 'post' && version > after && senderDeviceId !== selfId

/** The number of messages by sender, with `by` for each of `posts` added. Senders without any are left out. */
function tally(unread: ReadLine['unread'], posts: Iterable<Message>, by: 1 | -1): ReadLine['unread'] {
  const next: Record<string, number> = { ...unread }
  for (const { senderDeviceId } of posts) {
    const count = (next[senderDeviceId] ?? 0) + by
    if (count > 0) next[senderDeviceId] = count
    else delete next[senderDeviceId]
  }
  return next
}

/** Counts the messages that a batch added, and no longer those posts that it was the first to delete. */
export async function countAdded(
  tables: Tables,
  { generation, read }: Pick<Line, 'generation' | 'read'>,
  messages: readonly Message[],
  deleted: readonly number[],
  selfId: string,
): Promise<ReadLine> {
  const fresh = messages.filter((it) => counts(it, read.readUpTo, selfId))
  const gone: Message[] = []
  for (const version of deleted) {
    if (version <= read.readUpTo) continue
    const post = findIn({ messages }, version) ?? (await findMessage(tables, generation, version))
    if (post && counts(post, read.readUpTo, selfId)) gone.push(post)
  }
  if (fresh.length === 0 && gone.length === 0) return read
  return { ...read, unread: tally(tally(read.unread, fresh, 1), gone, -1) }
}

/** Counts again from the shorter side of the new position. A position beyond the cursor leaves nothing unread. */
export async function moveRead(tables: Tables, line: Line, to: number, selfId: string): Promise<ReadLine> {
  const { read, cursor, generation } = line
  if (to === read.readUpTo) return read
  if (to >= cursor) return { ...read, readUpTo: to, unread: {} }
  const isShort = to - read.readUpTo < cursor - to
  const posts = await postsBetween(tables, generation, isShort ? [read.readUpTo, to] : [to, cursor], selfId)
  const unread = isShort ? tally(read.unread, posts, -1) : tally({}, posts, 1)
  return { ...read, readUpTo: to, unread }
}

/** The posts of others in (after, upTo] that are not deleted. */
export async function postsBetween(
  tables: Tables,
  generation: number,
  [after, upTo]: [number, number],
  selfId: string,
): Promise<Message[]> {
  const changes = await tables.changes.first([generation, after + 1], [generation, upTo])
  const deleted = new Set(changes.filter((it) => it.deleted).map((it) => it.target))
  const found: Message[] = []
  for await (const { messages } of pagesFrom(tables, generation, after + 1)) {
    for (const it of messages) {
      if (it.version > upTo) return found
      if (counts(it, after, selfId) && !deleted.has(it.version)) found.push(it)
    }
  }
  return found
}
