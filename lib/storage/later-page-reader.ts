import type { PageReader } from '../core/timeline/page-reader.ts'
import type { Transactions } from './tables.ts'

/** The reads of a search, whose code loads with the first of them: most pages leave the search to a worker. */
export function createLaterPageReader(transactions: Pick<Transactions, 'read' | 'write'>): PageReader {
  const load = async () => (await import('./page-reader.ts')).createPageReader(transactions)
  return {
    outline: async () => (await load()).outline(),
    pages: async (generation, firsts) => (await load()).pages(generation, firsts),
    saveSignatures: async (outline, signatures) => (await load()).saveSignatures(outline, signatures),
    onlyHere: async () => (await load()).onlyHere(),
  }
}
