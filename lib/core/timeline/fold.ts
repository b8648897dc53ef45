import type { Message } from '../../protocol/message.ts'

/** The edits and deletes of one post, folded together. */
export interface Change {
  /** Versions of all edits, ascending. A delete has to blank them. */
  edits: readonly number[]
  /** The edit with the highest version; null when there is none, or after a delete. */
  shown: { version: number; contentType: string; content: string } | null
  /** A delete is final. */
  deleted: boolean
}

/** A post with its edits and deletes folded in. */
export interface Folded {
  message: Message
  editedVersion?: number
  deleted: boolean
}

export const unchanged: Change = { edits: [], shown: null, deleted: false }

/** Adds one edit or delete. The inbox brings them in ascending order. */
export function foldChange(change: Change, { kind, version, contentType, content }: Message): Change {
  if (kind === 'delete') return { edits: change.edits, shown: null, deleted: true }
  if (kind !== 'edit') return change
  const edits = [...change.edits, version]
  return { edits, shown: change.deleted ? null : { version, contentType, content }, deleted: change.deleted }
}

/** The versions whose content must be blanked when `before` becomes `after`. */
export function toBlank(target: number, before: Change, after: Change): readonly number[] {
  if (!after.deleted) return []
  return before.deleted ? after.edits.slice(before.edits.length) : [target, ...after.edits]
}

export function blank(message: Message): Message {
  return { ...message, content: '' }
}

export function foldPost(post: Message, change: Change | undefined): Folded {
  if (change?.deleted) return { message: blank(post), deleted: true }
  if (!change?.shown) return { message: post, deleted: false }
  const { version, contentType, content } = change.shown
  return { message: { ...post, contentType, content }, editedVersion: version, deleted: false }
}
