import type { Message } from '../../protocol/message.ts'
import { pagesOf } from '../history.ts'
import type { Tables } from '../tables.ts'
import { bookmarksOf } from './records.ts'

/**
 * After a restore of the server, sets every bookmark to the last version before the two histories part. Posts that a loop
 * has had after it are remembered by their messageIds, because another device may give them back under other versions.
 * Call it while both generations are stored.
 */
export async function carryOver(tables: Tables, before: number, after: number): Promise<void> {
  const bookmarks = await bookmarksOf(tables)
  if (bookmarks.length === 0) return
  const [old, now] = [await messagesOf(tables, before), await messagesOf(tables, after)]
  const parting = Math.min(firstOther(old, now), firstOther(now, old))
  for (const bookmark of bookmarks) {
    if (bookmark.version < parting) continue
    const had = old.filter((it) => it.version >= parting && it.version <= bookmark.version && it.kind === 'post')
    tables.meta.put({
      ...{ name: bookmark.name, version: parting - 1 },
      done: [...bookmark.done, ...had.map((it) => it.messageId)],
    })
  }
}

type Place = Pick<Message, 'version' | 'messageId' | 'kind'>

async function messagesOf(tables: Tables, generation: number): Promise<Place[]> {
  const found: Place[] = []
  for await (const { messages } of pagesOf(tables, generation)) {
    for (const { version, messageId, kind } of messages) found.push({ version, messageId, kind })
  }
  return found
}

/** The first version at which `one` holds a message that the other does not hold there. */
function firstOther(one: readonly Place[], other: readonly Place[]): number {
  const there = new Map(other.map((it) => [it.version, it.messageId]))
  return one.find((it) => there.get(it.version) !== it.messageId)?.version ?? Number.POSITIVE_INFINITY
}
