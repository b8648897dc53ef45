import type { Receiver } from '../receiver/receivers.ts'

export interface Mention {
  /** Where the `@` stands. */
  start: number
  end: number
  query: string
}

/** A name is typed after an `@` that begins a word. An address such as `me@example.org` begins none. */
const TYPED = /(?:^|\s)@([^\s@][^@\n]{0,30}|)$/u

/** The name that is being typed before the caret; null when there is none. */
export function mentionAt(text: string, caret: number): Mention | null {
  const match = TYPED.exec(text.slice(Math.max(0, caret - 40), caret))
  const query = match?.[1]
  return query === undefined ? null : { start: caret - query.length - 1, end: caret, query }
}

/** The receivers whose name, or a word of it, begins with what was typed. */
export function matching(receivers: readonly Receiver[], query: string): Receiver[] {
  const wanted = fold(query)
  return receivers.filter((it) => {
    const name = fold(it.name)
    return name.startsWith(wanted) || name.split(/\s+/).some((word) => word.startsWith(wanted))
  })
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The text without the typed name and its spare space, and where the caret is then. */
export function withoutMention(text: string, { start, end }: Mention): { text: string; caret: number } {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const spare = (before === '' || /\s$/.test(before)) && after.startsWith(' ') ? 1 : 0
  return { text: before + after.slice(spare), caret: start }
}
