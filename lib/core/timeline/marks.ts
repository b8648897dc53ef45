import { checkMark, type MarkValue } from '../../protocol/mark.ts'
import type { Message } from '../../protocol/message.ts'

/** A value that people gave a post under one key, last by the message of this version. Null: it was cleared. */
export interface Mark {
  key: string
  value: MarkValue
  version: number
}

/** The marks that screens know, as they stand. */
export interface ShownMarks {
  pinned?: true
  done?: true
}

/** Adds what a message of kind `mark` says. Callers bring them in ascending order, so the last one wins. */
export function foldMark(
  marks: readonly Mark[],
  { contentType, content, version }: Pick<Message, 'contentType' | 'content' | 'version'>,
): readonly Mark[] {
  const mark = checkMark(contentType, content)
  if (!mark.ok) return marks
  const said = [...mark.values].map(([key, value]) => ({ key, value, version }))
  return [...marks.filter((it) => !mark.values.has(it.key)), ...said]
}

export function shownMarks(marks: readonly Mark[] | undefined): ShownMarks {
  if (!marks) return {}
  const says = (key: keyof ShownMarks) => marks.some((it) => it.key === key && it.value === true)
  return { ...(says('pinned') && { pinned: true }), ...(says('done') && { done: true }) }
}

/** The version of the mark that pinned the post; null while it is not pinned. */
export function pinnedBy({ marks = [], deleted }: { marks?: readonly Mark[]; deleted: boolean }): number | null {
  const pin = marks.find((it) => it.key === 'pinned' && it.value === true)
  return pin && !deleted ? pin.version : null
}
