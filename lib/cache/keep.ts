import type { Message } from '../protocol/message.ts'
import { type Folded, foldPost } from '../sync/fold.ts'
import { findMessage, pagesOf } from './history.ts'
import type { Line } from './state.ts'
import type { ChangeRecord, Kept, Page, Tables } from './tables.ts'

/**
 * Keeps what the screen showed of the messages that only the old generation holds: posts, folded, and edits of posts that
 * the mother still has (their text would be lost with the edit). What was kept at an earlier fork stays, unless the
 * mother has it again.
 */
export async function keepOnlyHere(tables: Tables, old: Line, built: Line, ids: ReadonlySet<string>): Promise<void> {
  const kept = await tables.kept.first([0, 0], [Number.POSITIVE_INFINITY, 0])
  const found: Kept[] = kept.filter(({ entry }) => !ids.has(entry.message.messageId))
  for await (const page of pagesOf(tables, old.generation)) {
    for (const entry of await onlyHereIn(tables, page, ids)) {
      // Below the new beginning nothing else can stand, so these keep their place.
      const { version } = entry.message
      found.push({ behind: version <= built.start ? version : built.cursor, n: 0, entry })
    }
  }
  const byPlace = Map.groupBy(found, (it) => Math.min(it.behind, built.cursor))
  tables.kept.clear()
  for (const [behind, group] of byPlace) {
    for (const [index, it] of group.entries()) tables.kept.put({ ...it, behind, n: index + 1 })
  }
}

async function onlyHereIn(tables: Tables, page: Page, ids: ReadonlySet<string>): Promise<Folded[]> {
  const lost = page.messages.filter((message) => !ids.has(message.messageId))
  const last = lost.at(-1)
  if (!last) return []
  const { generation } = page
  const records = await tables.changes.first([generation, page.first], [generation, last.version])
  const changes = new Map(records.map((record) => [record.target, record]))
  const entries: Folded[] = []
  for (const message of lost) {
    if (message.kind === 'post') entries.push(foldPost(message, changes.get(message.version)))
    else if (await isOrphanedEdit(tables, generation, message, ids)) entries.push({ message, deleted: false })
  }
  return entries
}

async function isOrphanedEdit(
  tables: Tables,
  generation: number,
  message: Message,
  ids: ReadonlySet<string>,
): Promise<boolean> {
  if (message.kind !== 'edit' || message.targetVersion === undefined) return false
  const change: ChangeRecord | undefined = await tables.changes.get([generation, message.targetVersion])
  if (change?.shown?.version !== message.version) return false
  const target = await findMessage(tables, generation, message.targetVersion)
  return target === undefined || ids.has(target.messageId)
}
