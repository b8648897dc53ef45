import { foldPost } from '../core/timeline/fold.ts'
import type { TimelineReader } from '../core/timeline/timeline-reader.ts'
import { findMessage, pageOf } from './history.ts'
import { loadState } from './load-state.ts'
import { readAgain } from './read-again.ts'
import type { Tables, Transactions } from './tables.ts'
import { justBefore, placeOf, readAfter, readBefore, theEnd } from './timeline.ts'

const generationOf = async (tables: Tables) => (await loadState(tables)).present.generation

/** The reads of the screen. Each is one transaction. */
export function createTimelineReader(read: Transactions['read']): Omit<TimelineReader, 'pins'> {
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
    async find(filter, anchor, direction) {
      // A first screen has no filter. A transaction would not wait for the load.
      const { findNewer, findOlder } = await import('./find.ts')
      const step = direction === 'older' ? findOlder : findNewer
      return read(async (tables) => {
        const generation = await generationOf(tables)
        return { ...(await step(tables, generation, filter, await placeOf(tables, anchor))), generation }
      })
    },
    readAgain: (entries, before) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        return generation === before ? readAgain(tables, generation, entries) : null
      }),
    at: (version) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        const message = await findMessage(tables, generation, version)
        if (message?.kind !== 'post') return null
        return { ...foldPost(message, await tables.changes.get([generation, version])), onlyHere: false }
      }),
    texts: (version, limit) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        const [post, change] = await Promise.all([
          findMessage(tables, generation, version),
          tables.changes.get([generation, version]),
        ])
        if (post?.kind !== 'post' || change?.deleted) return []
        const versions = (change?.edits ?? []).slice(-limit)
        const edits = await Promise.all(versions.map((it) => findMessage(tables, generation, it)))
        return [post, ...edits.filter((it) => it !== undefined)]
      }),
    versionOf: (messageId) =>
      read(async (tables) => {
        const generation = await generationOf(tables)
        for (let below = Number.POSITIVE_INFINITY; ; ) {
          const page = await pageOf(tables, generation, below)
          if (!page) return null
          const found = page.messages.find((it) => it.messageId === messageId)
          if (found) return found.kind === 'post' ? found.version : null
          below = page.first - 1
        }
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
