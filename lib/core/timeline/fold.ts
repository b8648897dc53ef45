import type { Message } from '../../protocol/message.ts'
import { foldMark, type Mark, type ShownMarks, shownMarks } from './marks.ts'

/** The edits, deletes and marks of one post, folded together. */
export interface Change {
  /** Versions of all edits, ascending. A delete has to blank them. */
  edits: readonly number[]
  /** The edit with the highest version; null when there is none, or after a delete. */
  shown: { version: number; contentType: string; content: string } | null
  /** A delete is final. */
  deleted: boolean
  /** By key; absent where there are none. A deleted post has none. */
  marks?: readonly Mark[]
  /** Versions of all messages that marked it, ascending. A delete has to blank them, too. */
  markedBy?: readonly number[]
}

const folded: ReadonlySet<string> = new Set(['edit', 'delete', 'mark'])

/** Whether a message of this kind changes another one. */
export const isChange = (kind: string): boolean => folded.has(kind)

/** A post with its edits, deletes and marks folded in. */
export interface Folded extends ShownMarks {
  message: Message
  editedVersion?: number
  deleted: boolean
}

export const unchanged: Change = { edits: [], shown: null, deleted: false }

/** Adds one edit, delete or mark. The inbox brings them in ascending order. */
export function foldChange(change: Change, message: Message): Change {
  const { kind, version, contentType, content } = message
  const { marks, ...others } = change
  if (kind === 'delete') return { ...others, shown: null, deleted: true }
  if (kind === 'mark') return withMark(change, message)
  if (kind !== 'edit') return change
  return {
    ...change,
    edits: [...change.edits, version],
    shown: change.deleted ? null : { version, contentType, content },
  }
}

function withMark(change: Change, message: Message): Change {
  const markedBy = [...(change.markedBy ?? []), message.version]
  if (change.deleted) return { ...change, markedBy }
  return { ...change, markedBy, marks: foldMark(change.marks ?? [], message) }
}

/** The versions whose content must be blanked when `before` becomes `after`. */
export function toBlank(target: number, before: Change, after: Change): readonly number[] {
  if (!after.deleted) return []
  const [edits, marks] = [after.edits, after.markedBy ?? []]
  if (!before.deleted) return [target, ...edits, ...marks]
  return [...edits.slice(before.edits.length), ...marks.slice(before.markedBy?.length)]
}

export function blank(message: Message): Message {
  return { ...message, content: '' }
}

export function foldPost(post: Message, change: Change | undefined): Folded {
  if (change?.deleted) return { message: blank(post), deleted: true }
  const marks = shownMarks(change?.marks)
  if (!change?.shown) return { message: post, deleted: false, ...marks }
  const { version, contentType, content } = change.shown
  return { message: { ...post, contentType, content }, editedVersion: version, deleted: false, ...marks }
}
