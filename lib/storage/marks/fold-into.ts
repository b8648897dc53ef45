import { type Change, foldChange, isChange, toBlank, unchanged } from '../../core/timeline/fold.ts'
import { pinnedBy } from '../../core/timeline/marks.ts'
import type { Message } from '../../protocol/message.ts'
import { dropSignature } from '../history.ts'
import type { Tables } from '../tables.ts'
import { movePins } from './pins.ts'

/**
 * Folds edits, deletes and marks into the record of their post. Answers the versions whose content must be blanked, and
 * those posts that were not deleted before.
 */
export async function foldInto(tables: Tables, generation: number, messages: readonly Message[]) {
  const blanked = new Set<number>()
  const deleted: number[] = []
  const pinned = new Map<number, number | null>()
  const changing = messages.filter(({ kind }) => isChange(kind))
  for (const [target, changes] of Map.groupBy(changing, (message) => message.targetVersion)) {
    if (target === undefined) continue
    const before: Change = (await tables.changes.get([generation, target])) ?? unchanged
    const after = changes.reduce(foldChange, before)
    tables.changes.put({ ...after, generation, target })
    await dropSignature(tables, generation, target)
    if (after.deleted && !before.deleted) deleted.push(target)
    for (const version of toBlank(target, before, after)) blanked.add(version)
    const by = pinnedBy(after)
    if (by !== pinnedBy(before)) pinned.set(target, by)
  }
  if (pinned.size > 0) await movePins(tables, generation, pinned)
  return { blanked, deleted }
}
