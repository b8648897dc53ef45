import { receive } from '../core/inbox/inbox.ts'
import { blank } from '../core/timeline/fold.ts'
import type { Batch } from '../protocol/batch.ts'
import type { Message } from '../protocol/message.ts'
import { append, blankStored, lastPage } from './history.ts'
import { foldInto } from './marks/fold-into.ts'
import { foldStoredMarks } from './marks/fold-stored-marks.ts'
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
  if (!line.marksFolded) await foldStoredMarks(tables, line.generation)
  const { blanked, deleted } = await foldInto(tables, line.generation, messages)
  const read = await countAdded(tables, line, messages, deleted, selfId)
  const added = messages.map((message) => (blanked.delete(message.version) ? blank(message) : message))
  await blankStored(tables, line.generation, blanked)
  const end = blanked.size > 0 ? await lastPage(tables, line.generation) : last
  const grown = added.length > 0 ? await append(tables, line, end, added) : { line, last: end }
  return {
    outcome,
    line: { ...grown.line, read, marksFolded: true, cursor: mark.cursor, digest: mark.digest },
    added,
    last: grown.last,
  }
}
