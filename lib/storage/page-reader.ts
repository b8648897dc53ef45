import { foldPost } from '../core/timeline/fold.ts'
import type { HistoryPage, PageReader } from '../core/timeline/page-reader.ts'
import { wholeOf } from './history.ts'
import { loadState } from './load-state.ts'
import { isOpen } from './pages.ts'
import type { Page, Tables, Transactions } from './tables.ts'
import { isShown, onlyHere, theEnd } from './timeline.ts'

/** The reads of a search. Each is one short transaction, so that the device's own writes never wait for long. */
export function createPageReader({ read, write }: Pick<Transactions, 'read' | 'write'>): PageReader {
  return {
    outline: () =>
      read(async (tables) => {
        const { generation, cursor } = (await loadState(tables)).present
        const [keys, records] = await Promise.all([
          tables.pages.keys(...wholeOf(generation)),
          tables.signatures.first(...wholeOf(generation)),
        ])
        const signatures = records.map(({ generation: _, ...signature }) => signature)
        return { generation, cursor, firsts: keys.map(([, first]) => first), signatures }
      }),
    pages: (generation, firsts) =>
      read(async (tables) => {
        const pages = await Promise.all(firsts.map((first) => tables.pages.get([generation, first])))
        return Promise.all(pages.filter((page) => page !== undefined).map((page) => folded(tables, page)))
      }),
    saveSignatures: ({ generation, cursor }, signatures) =>
      write(async (tables) => {
        const { present } = await loadState(tables)
        if (present.generation !== generation || present.cursor !== cursor) return false
        for (const signature of signatures) tables.signatures.put({ ...signature, generation })
        return true
      }),
    onlyHere: () =>
      read(async (tables) =>
        (await tables.orphans.first([0, 0], theEnd))
          .filter(isShown)
          .map((it) => ({ after: it.after, entry: onlyHere(it) })),
      ),
  }
}

async function folded(tables: Tables, page: Page): Promise<HistoryPage> {
  const { generation, first, messages } = page
  const last = messages.at(-1)?.version ?? first
  const records = await tables.changes.first([generation, first], [generation, last])
  const changes = new Map(records.map((record) => [record.target, record]))
  const posts = messages.filter((it) => it.kind === 'post')
  const entries = posts.map((post) => ({ ...foldPost(post, changes.get(post.version)), onlyHere: false }))
  return { first, last, entries, sealed: !isOpen(page) }
}
