import { blank } from '../core/timeline/fold.ts'
import type { Message } from '../protocol/message.ts'
import { cut, extendRun, findIn, isOpen, isRunFull } from './pages.ts'
import { type Line, noRun, type Run } from './state.ts'
import type { Page, Pair, Tables } from './tables.ts'

/** The pages of one generation, as one long list of messages. */

export const wholeOf = (generation: number): [Pair, Pair] => [
  [generation, 0],
  [generation, Number.POSITIVE_INFINITY],
]

/** The page that holds `version`, if any does. */
export async function pageOf(tables: Tables, generation: number, version: number): Promise<Page | undefined> {
  return (await tables.pages.last([generation, 0], [generation, version], 1))[0]
}

export async function lastPage(tables: Tables, generation: number): Promise<Page | undefined> {
  return (await tables.pages.last(...wholeOf(generation), 1))[0]
}

export async function findMessage(tables: Tables, generation: number, version: number): Promise<Message | undefined> {
  return findIn(await pageOf(tables, generation, version), version)
}

/** Reads page by page, ascending, so that a long history is never in memory as a whole. */
export const pagesOf = (tables: Tables, generation: number) => pagesFrom(tables, generation, 0)

/** Begins with the page that holds `version`, or with the next one. */
export async function* pagesFrom(
  tables: Tables,
  generation: number,
  version: number,
): AsyncGenerator<Page, void, undefined> {
  let from = (await pageOf(tables, generation, version))?.first ?? version
  while (true) {
    const [page] = await tables.pages.first([generation, from], [generation, Number.POSITIVE_INFINITY], 1)
    if (!page) return
    yield page
    from = page.first + 1
  }
}

/** Adds messages after `last`: to it if it is open, else to new pages. Answers the new last page, too. */
export async function append(
  tables: Tables,
  line: Line,
  last: Page | undefined,
  added: readonly Message[],
): Promise<{ line: Line; last: Page | undefined }> {
  const open = last && isOpen(last) ? last.messages : []
  let run = line.run
  let end = last
  for (const page of cut(line.generation, [...open, ...added])) {
    tables.pages.put(page)
    end = page
    run = extendRun(run, page)
    if (!isRunFull(run)) continue
    end = await merge(tables, line.generation, run, page.first)
    run = noRun
  }
  return { line: { ...line, held: line.held + added.length, run }, last: end }
}

/** Replaces a run of small pages by one. Without it 100,000 live messages would leave 1,500 pages. */
async function merge(tables: Tables, generation: number, run: Run, last: number): Promise<Page> {
  const pages = await tables.pages.first([generation, run.first], [generation, last])
  tables.pages.delete([generation, run.first], [generation, last])
  tables.signatures.delete([generation, run.first], [generation, last])
  const merged = { generation, first: run.first, messages: pages.flatMap((page) => page.messages) }
  tables.pages.put(merged)
  return merged
}

/** The page of `version` will say something else. */
export async function dropSignature(tables: Tables, generation: number, version: number): Promise<void> {
  const [signature] = await tables.signatures.last([generation, 0], [generation, version], 1)
  if (signature && signature.last >= version) tables.signatures.delete([generation, signature.first])
}

/** Blanks stored copies, and skips versions that are not here. */
export async function blankStored(tables: Tables, generation: number, versions: Iterable<number>): Promise<void> {
  const wanted = new Set(versions)
  for (const version of wanted) {
    const page = await pageOf(tables, generation, version)
    if (!findIn(page, version) || !page) continue
    tables.pages.put({
      ...page,
      messages: page.messages.map((it) => (wanted.delete(it.version) ? blank(it) : it)),
    })
  }
}
