import type { Message } from '../../protocol/message.ts'
import { findMessage } from '../history.ts'
import type { ChangeRecord, Tables } from '../tables.ts'
import type { Fork } from './fork.ts'

/**
 * Judges an edit or a delete that the server has lost. `void`: another change of the same post has replaced it.
 * `overtaken`: the post was edited again in the new history, and giving the old edit back would win over the newer one.
 */
export async function judgeChange(
  tables: Tables,
  { old, built, versions }: Fork,
  { kind, version, targetVersion }: Message,
): Promise<'wanted' | 'void' | 'overtaken'> {
  if (targetVersion === undefined) return 'void'
  const before = await tables.changes.get([old.generation, targetVersion])
  if (kind === 'edit' && before?.shown?.version !== version) return 'void'
  const post = await findMessage(tables, old.generation, targetVersion)
  const again = post && versions.get(post.messageId)
  const after = again === undefined ? undefined : await tables.changes.get([built.generation, again])
  if (after?.deleted) return 'void'
  if (kind === 'delete' || !after?.shown) return 'wanted'
  const shown = await findMessage(tables, built.generation, after.shown.version)
  return (await editsOf(tables, old.generation, before)).has(shown?.messageId ?? '') ? 'wanted' : 'overtaken'
}

async function editsOf(tables: Tables, generation: number, change: ChangeRecord | undefined): Promise<Set<string>> {
  const edits = await Promise.all((change?.edits ?? []).map((version) => findMessage(tables, generation, version)))
  return new Set(edits.flatMap((it) => (it ? [it.messageId] : [])))
}
