import type { TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { Criterion } from './criteria.ts'
import { fold, foldWithOffsets, type Range } from './fold.ts'
import { hasCode, hasLink } from './kinds.ts'
import { hasFile, wordsOf } from './said.ts'

/** A message does not say this of itself. */
export interface SearchContext {
  selfId: string
  /** The person has seen everything up to this version. */
  readUpTo: number
}

/** Whether a message is what the person looks for. A deleted message never is. */
export function createMatcher(criteria: readonly Criterion[], context: SearchContext) {
  // Terms about the text come last, because folding is the expensive part.
  const others = criteria.filter((it) => it.type !== 'text')
  const wanted = textsOf(criteria, false)
  const unwanted = textsOf(criteria, true)
  return (entry: TimelineEntry): boolean => {
    const { message, deleted } = entry
    if (deleted || message.content === '') return false
    if (!others.every((it) => holds(it, entry, context) !== it.not)) return false
    if (wanted.length === 0 && unwanted.length === 0) return true
    const text = fold(wordsOf(message))
    return wanted.every((it) => text.includes(it)) && !unwanted.some((it) => text.includes(it))
  }
}

function holds(criterion: Criterion, entry: TimelineEntry, context: SearchContext): boolean {
  const { message, onlyHere } = entry
  switch (criterion.type) {
    case 'from':
      return criterion.ids.includes(message.senderDeviceId)
    case 'to':
      return criterion.ids.includes(message.receiverDeviceId)
    case 'before':
      return message.timestamp < criterion.at
    case 'after':
      return message.timestamp >= criterion.at
    case 'has':
      if (criterion.kind === 'file') return hasFile(message)
      if (criterion.kind === 'link') return hasLink(wordsOf(message))
      return hasCode(wordsOf(message), message.contentType)
    case 'is':
      if (criterion.state !== 'unread') return entry[criterion.state] === true
      return !onlyHere && message.version > context.readUpTo && message.senderDeviceId !== context.selfId
    case 'text':
      return true
  }
}

export function textsOf(criteria: readonly Criterion[], not: boolean): string[] {
  return criteria.flatMap((it) => (it.type === 'text' && it.not === not ? [it.text] : []))
}

/** Where the wanted texts stand in the original, ascending, without overlaps. */
export function findRanges(content: string, wanted: readonly string[]): Range[] {
  const folded = foldWithOffsets(content)
  const found: Range[] = []
  for (const text of wanted) {
    for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + text.length)) {
      found.push(folded.original(at, at + text.length))
    }
  }
  return merge(found.sort(([a], [b]) => a - b))
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [from, to] of ranges) {
    const last = merged.at(-1)
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}
