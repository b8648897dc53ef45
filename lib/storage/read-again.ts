import { foldPost } from '../core/timeline/fold.ts'
import type { TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { Tables } from './tables.ts'
import { onlyHere } from './timeline.ts'

/**
 * The same entries as they are now. Edits and deletes only add up, so folding them into an entry that already has some
 * of them gives the same as folding all into the post, and no page has to be read.
 */
export async function readAgain(
  tables: Tables,
  generation: number,
  entries: readonly TimelineEntry[],
): Promise<TimelineEntry[]> {
  const now = await Promise.all(
    entries.map((it) => (it.onlyHere ? orphanAgain(tables, it) : again(tables, generation, it))),
  )
  return now.filter((it) => it !== null)
}

async function again(tables: Tables, generation: number, entry: TimelineEntry): Promise<TimelineEntry> {
  const change = await tables.changes.get([generation, entry.message.version])
  return change ? { ...foldPost(entry.message, change), onlyHere: false } : entry
}

/** Null: it has been given back, and comes again as a post. */
async function orphanAgain(tables: Tables, entry: TimelineEntry): Promise<TimelineEntry | null> {
  const orphan = await tables.orphans.byId(entry.message.messageId)
  return orphan ? onlyHere(orphan) : null
}
