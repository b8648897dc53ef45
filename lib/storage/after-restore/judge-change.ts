import type { Message } from '../../protocol/message.ts'
import { findMessage } from '../history.ts'
import type { Tables } from '../tables.ts'
import type { Fork } from './fork.ts'

/**
 * Judges an edit, a delete or a mark that the server has lost. `void`: another change of the same post has replaced it.
 * `overtaken`: the post was edited again in the new history, and giving the old edit back would win over the newer one.
 */
export async function judgeChange(
  tables: Tables,
  { old, built, versions }: Fork,
  { kind, version, targetVersion }: Message,
): Promise<'wanted' | 'void' | 'overtaken'> {
  if (targetVersion === undefined) return 'void'
  const before = await tables.changes.get([old.generation, targetVersion])
  if (kind === 'mark') return judgeMark(tables, { old, built, versions }, version, targetVersion)
  if (kind === 'edit' && before?.shown?.version !== version) return 'void'
  const post = await findMessage(tables, old.generation, targetVersion)
  const again = post && versions.get(post.messageId)
  const after = again === undefined ? undefined : await tables.changes.get([built.generation, again])
  if (after?.deleted) return 'void'
  if (kind === 'delete' || !after?.shown) return 'wanted'
  const shown = await findMessage(tables, built.generation, after.shown.version)
  return (await idsOf(tables, old.generation, before?.edits)).has(shown?.messageId ?? '') ? 'wanted' : 'overtaken'
}

async function idsOf(tables: Tables, generation: number, versions: readonly number[] = []): Promise<Set<string>> {
  const changes = await Promise.all(versions.map((version) => findMessage(tables, generation, version)))
  return new Set(changes.flatMap((it) => (it ? [it.messageId] : [])))
}

/** A mark counts while it is the last one for one of its keys, and no other one has set that key in the new history. */
async function judgeMark(
  tables: Tables,
  { old, built, versions }: Omit<Fork, 'selfId'>,
  version: number,
  targetVersion: number,
): Promise<'wanted' | 'void' | 'overtaken'> {
  const before = await tables.changes.get([old.generation, targetVersion])
  const keys = (before?.marks ?? []).filter((it) => it.version === version).map((it) => it.key)
  if (keys.length === 0) return 'void'
  const post = await findMessage(tables, old.generation, targetVersion)
  const again = post && versions.get(post.messageId)
  const after = again === undefined ? undefined : await tables.changes.get([built.generation, again])
  if (after?.deleted) return 'void'
  const known = await idsOf(tables, old.generation, before?.markedBy)
  for (const { version: by } of after?.marks?.filter((it) => keys.includes(it.key)) ?? []) {
    const mark = await findMessage(tables, built.generation, by)
    if (!known.has(mark?.messageId ?? '')) return 'overtaken'
  }
  return 'wanted'
}
