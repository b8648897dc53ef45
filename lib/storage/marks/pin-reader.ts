import { foldPost } from '../../core/timeline/fold.ts'
import type { TimelineEntry, TimelineReader } from '../../core/timeline/timeline-reader.ts'
import type { Message } from '../../protocol/message.ts'
import { findMessage } from '../history.ts'
import { loadState } from '../load-state.ts'
import type { Tables, Transactions } from '../tables.ts'
import { foldPresentMarks } from './fold-stored-marks.ts'
import { pinsOf } from './pins.ts'

/** Posts that it has read, so that a screen which asks after each message reads no page again. */
interface Known {
  generation: number
  posts: ReadonlyMap<number, Message>
}

export function createPinReader({ read, write }: Pick<Transactions, 'read' | 'write'>): Pick<TimelineReader, 'pins'> {
  let known: Known = { generation: 0, posts: new Map() }

  async function readPins(tables: Tables, limit: number): Promise<{ entries: TimelineEntry[]; next: Known }> {
    const { generation } = (await loadState(tables)).present
    const before = known.generation === generation ? known.posts : new Map<number, Message>()
    const posts = new Map<number, Message>()
    const entries: TimelineEntry[] = []
    for (const { target } of (await pinsOf(tables, generation)).toReversed()) {
      if (entries.length === limit) break
      const post = before.get(target) ?? (await findMessage(tables, generation, target))
      if (post?.kind !== 'post') continue
      posts.set(target, post)
      entries.push({ ...foldPost(post, await tables.changes.get([generation, target])), onlyHere: false })
    }
    return { entries, next: { generation, posts } }
  }

  return {
    async pins(limit) {
      const isFolded = await read(async (tables) => (await loadState(tables)).present.marksFolded)
      if (!isFolded) await write(foldPresentMarks)
      const { entries, next } = await read((tables) => readPins(tables, limit))
      known = next
      return entries
    },
  }
}
