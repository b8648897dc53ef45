import { fold } from './fold.ts'
import { startOf } from './start-of.ts'

export const states = ['pinned', 'done', 'unread'] as const
export const kinds = ['link', 'file', 'code'] as const
export type State = (typeof states)[number]
export type Kind = (typeof kinds)[number]

/** A message must be so, or with `not` must not. A word may stand anywhere in the text, also inside another one. */
export type Term = NamesDevice | PlainTerm

export interface NamesDevice {
  type: 'from' | 'to'
  not: boolean
  name: string
}

export type PlainTerm = { not: boolean } & (
  | { type: 'text'; text: string }
  /** ms since the epoch: earlier than it, or from it on. */
  | { type: 'before' | 'after'; at: number }
  | { type: 'is'; state: State }
  | { type: 'has'; kind: Kind }
)

/** A part of the query that means nothing. The rest of the query counts without it. */
export interface Problem {
  token: string
  /** `empty`: nothing stands after the colon yet. */
  reason: 'empty' | 'date' | 'state' | 'kind'
}

export interface Query {
  terms: readonly Term[]
  problems: readonly Problem[]
}

/** A token: perhaps a minus, perhaps a name with a colon, then a phrase in quotes or one word. */
const TOKEN = /(-?)(?:(from|to|before|after|is|has):)?(?:["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s]*))/giu

/**
 * Reads what a person has typed: words, "phrases", `from:phone`, `to:`, `before:2026-10-01`, `after:`, `is:`, `has:`,
 * each of them with a minus for the opposite. Never throws, because half a query is what one has while typing.
 */
export function parseQuery(typed: string): Query {
  const terms: Term[] = []
  const problems: Problem[] = []
  for (const [token, minus, name, phrase, word] of typed.matchAll(TOKEN)) {
    if (token === '') continue
    const read = readToken(name?.toLowerCase(), phrase ?? word ?? '', minus === '-')
    if (read === null) continue
    if ('type' in read) terms.push(read)
    else problems.push({ ...read, token })
  }
  return { terms, problems }
}

type Read = Term | { reason: Problem['reason'] } | null

function readToken(name: string | undefined, value: string, not: boolean): Read {
  if (name === undefined) return readText(value, not)
  if (value.trim() === '') return { reason: 'empty' }
  switch (name) {
    case 'from':
    case 'to':
      return { type: name, name: fold(value.trim()), not }
    case 'before':
    case 'after': {
      const at = startOf(value)
      if (at === null) return { reason: 'date' }
      return { type: not === (name === 'before') ? 'after' : 'before', at, not: false }
    }
    case 'is': {
      const state = states.find((it) => it === value.toLowerCase())
      return state ? { type: 'is', state, not } : { reason: 'state' }
    }
    default: {
      const kind = kinds.find((it) => it === value.toLowerCase())
      return kind ? { type: 'has', kind, not } : { reason: 'kind' }
    }
  }
}

/** A minus alone, or a text of which folding leaves nothing, asks for nothing yet. */
function readText(value: string, not: boolean): Read {
  const text = fold(value).trim()
  return text === '' ? null : { type: 'text', text, not }
}
