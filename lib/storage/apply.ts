import { receive } from '../core/inbox/inbox.ts'
import { blank, type Change, foldChange, toBlank, unchanged } from '../core/timeline/fold.ts'
import type { Batch } from '../protocol/batch.ts'
import type { Message } from '../protocol/message.ts'
import { append, blankStored, lastPage } from './history.ts'
import { countAdded } from './read/read-position.ts'
import type { Line } from './state.ts'
import type { Page, Tables } from './tables.ts'

export interface AppliedLine {
  outcome: 'applied' | 'old' | 'gap'
  line: Line
  added: readonly Message[]
  last: Page | undefined
}

/**
 * Applies batches to one generation: messages, their changes to earlier ones, and the cursor, all in the caller's
 * transaction. `last` is the generation's last page, before and after.
 */
export async function applyTo(
  tables: Tables,
  line: Line,
  last: Page | undefined,
  batches: readonly Batch[],
  selfId: string,
): Promise<AppliedLine> {
  const { outcome, mark, messages } = receive(line, batches)
  if (mark === line) return { outcome, line, added: [], last }
  const { blanked, deleted } = await fold(tables, line.generation, messages)
  const read = await countAdded(tables, line, messages, deleted, selfId)
  const added = messages.map((message) => (blanked.delete(message.version) ? blank(message) : message))
  await blankStored(tables, line.generation, blanked)
  const end = blanked.size > 0 ? await lastPage(tables, line.generation) : last
  const grown = added.length > 0 ? await append(tables, line, end, added) : { line, last: end }
  return { outcome, line: { ...grown.line, read, cursor: mark.cursor, digest: mark.digest }, added, last: grown.last }
}

/**
 * Folds edits and deletes into the record of their post. Answers the versions whose content must be blanked, and those
 * posts that were not deleted before.
 */
async function fold(tables: Tables, generation: number, messages: readonly Message[]) {
  const blanked = new Set<number>()
  const deleted: number[] = []
  const byTarget = Map.groupBy(
    messages.filter(({ kind }) => kind === 'edit' || kind === 'delete'),
    (message) => message.targetVersion,
  )
  for (const [target, changing] of byTarget) {
    if (target === undefined) continue
    const before: Change = (await tables.changes.get([generation, target])) ?? unchanged
    const after = changing.reduce(foldChange, before)
    tables.changes.put({ ...after, generation, target })
    if (after.deleted && !before.deleted) deleted.push(target)
    for (const version of toBlank(target, before, after)) blanked.add(version)
  }
  return { blanked, deleted }
}
