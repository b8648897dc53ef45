import type { Range } from './fold.ts'

/** A part of a text around what was found in it. */
export interface Excerpt {
  text: string
  /** Where the found words stand in `text`. */
  marks: readonly Range[]
  /** There is more of the text before it, and after it. */
  cutStart: boolean
  cutEnd: boolean
}

/** Characters before the first found word, and in all. */
const BEFORE = 80
const MOST = 320

export function excerptAround(content: string, ranges: readonly Range[]): Excerpt {
  const [at, end] = ranges[0] ?? [0, 0]
  const from = content.length <= MOST || at <= BEFORE ? 0 : wordStart(content, at - BEFORE, at)
  const to = Math.min(content.length, Math.max(from + MOST, end))
  const cut = safe(content, to)
  const marks = ranges.flatMap(([a, b]): Range[] => (a >= cut ? [] : [[a - from, Math.min(b, cut) - from]]))
  return { text: content.slice(from, cut), marks, cutStart: from > 0, cutEnd: cut < content.length }
}

/** The first line that says something, as the neighbour of a hit. */
export function firstLine(content: string): string {
  const line = /\S.*/.exec(content.slice(0, 2_000))?.[0] ?? ''
  return line.slice(0, safe(line, 200))
}

/** Begins at a word, if one begins soon. */
function wordStart(content: string, from: number, before: number): number {
  const space = content.slice(from, before).search(/\s\S/)
  return safe(content, space >= 0 && space < BEFORE / 2 ? from + space + 1 : from)
}

/** Never cuts a character in two. */
function safe(content: string, at: number): number {
  const unit = content.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
