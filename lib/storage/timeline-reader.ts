import { foldPost } from '../core/timeline/fold.ts'
import type { TimelineReader } from '../core/timeline/timeline-reader.ts'
import { findMessage, pageOf } from './history.ts'
import { loadState } from './load-state.ts'
import type { Tables, Transactions } from './tables.ts'
import { justBefore, placeOf, readAfter, readBefore, theEnd } from './timeline.ts'

const generationOf = async (tables: Tables) => (await loadState(tables)).present.generation

/** The reads of the screen. Each is one transaction. */
export function createTimelineReader(read: Transactions['read']): TimelineReader {
  return {
    latest: (limit) => read(async (tables) => readBefore(tables, await generationOf(tables), theEnd, limit)),
    before: (anchor, limit) =>
      read(async (tables) => readBefore(tables, await generationOf(tables), await placeOf(tables, anchor), limit)),
    after: (anchor, limit) =>
      read(async (tables) => readAfter(tables, await generationOf(tables), await placeOf(tables, anchor), limit)),
    from: (anchor, limit) =>
      read(async (tables) => {
        const place = justBefore(await placeOf(tables, anchor))
        return readAfter(tables, await generationOf(tables), place, limit)
      }),
    at: (version) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        const message = await findMessage(tables, generation, version)
        if (message?.kind !== 'post') return null
        return { ...foldPost(message, await tables.changes.get([generation, version])), onlyHere: false }
      }),
    count: () => read(async (tables) => (await loadState(tables)).present.held + (await tables.orphans.count())),
    goneUpTo: () => read(async (tables) => (await loadState(tables)).present.goneUpTo),
    history: (after, limit) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        const found = (await pageOf(tables, generation, after))?.messages.filter((it) => it.version > after) ?? []
        for (let from = after + 1; found.length < limit; ) {
          const [page] = await tables.pages.first([generation, from], [generation, Number.POSITIVE_INFINITY], 1)
          if (!page) break
          found.push(...page.messages)
          from = page.first + 1
        }
        return found.slice(0, limit)
      }),
  }
}
