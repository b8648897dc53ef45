import type { Message } from '../protocol/message.ts'
import { type Folded, foldPost } from '../sync/fold.ts'
import { findMessage, pagesOf } from './history.ts'
import type { Line } from './state.ts'
import type { ChangeRecord, Kept, Page, Tables } from './tables.ts'

/**
 * Keeps what the screen showed of the messages that only the old generation holds: posts, folded, and edits of posts that
 * the mother still has (their text would be lost with the edit). Each stays behind the message it stood behind, as far as
 * the mother still has that. What was kept at an earlier fork stays, too, unless the mother has it again.
 *
 * @param versions of the messages that the new generation holds, by messageId.
 */
export async function keepOnlyHere(
  tables: Tables,
  old: Line,
  built: Line,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const earlier = await tables.kept.first([0, 0], [Number.POSITIVE_INFINITY, 0])
  const found: { behind: number; entry: Folded }[] = []
  /** The last message on the way that both generations hold, by its new version. */
  let common = built.start
  // Below the new beginning nothing else can stand, so what is there keeps its place.
  const keep = (place: number, entry: Folded) => found.push({ behind: place <= built.start ? place : common, entry })
  const keepEarlier = (until: number) => {
    for (let it = earlier[0]; it && it.behind < until; it = earlier[0]) {
      const again = versions.get(it.entry.message.messageId)
      if (again === undefined) keep(it.behind, it.entry)
      else common = again
      earlier.shift()
    }
  }
  for await (const page of pagesOf(tables, old.generation)) {
    const lost = new Map((await onlyHereIn(tables, page, versions)).map((entry) => [entry.message.version, entry]))
    for (const { version, messageId } of page.messages) {
      keepEarlier(version)
      common = versions.get(messageId) ?? common
      const entry = lost.get(version)
      if (entry) keep(version, entry)
    }
  }
  keepEarlier(Number.POSITIVE_INFINITY)
  tables.kept.clear()
  for (const [behind, group] of Map.groupBy(found, (it) => it.behind)) {
    for (const [index, { entry }] of group.entries()) tables.kept.put({ behind, n: index + 1, entry } satisfies Kept)
  }
}

async function onlyHereIn(tables: Tables, page: Page, versions: ReadonlyMap<string, number>): Promise<Folded[]> {
  const lost = page.messages.filter((message) => !versions.has(message.messageId))
  const last = lost.at(-1)
  if (!last) return []
  const { generation } = page
  const records = await tables.changes.first([generation, page.first], [generation, last.version])
  const changes = new Map(records.map((record) => [record.target, record]))
  const entries: Folded[] = []
  for (const message of lost) {
    if (message.kind === 'post') entries.push(foldPost(message, changes.get(message.version)))
    else if (await isOrphanedEdit(tables, generation, message, versions)) entries.push({ message, deleted: false })
  }
  return entries
}

async function isOrphanedEdit(
  tables: Tables,
  generation: number,
  message: Message,
  versions: ReadonlyMap<string, number>,
): Promise<boolean> {
  if (message.kind !== 'edit' || message.targetVersion === undefined) return false
  const change: ChangeRecord | undefined = await tables.changes.get([generation, message.targetVersion])
  if (change?.shown?.version !== message.version) return false
  const target = await findMessage(tables, generation, message.targetVersion)
  return target === undefined || versions.has(target.messageId)
}
