import type { Span } from '../code/span.ts'
import { classOf } from './json-class.ts'
import type { JsonToken } from './scan.ts'

const MOST_FIELDS = 4
const MOST_CHARS = 60
const MOST_VALUE = 24

export interface Folded {
  spans: Span[]
  /** Fields or items that the line has no room for. */
  more: number
}

/** The first fields of an object, or items of an array, as one line. */
export function foldJson(tokens: readonly JsonToken[]): Folded {
  const fields = fieldsOf(tokens)
  if (fields.length === 0) return { spans: [{ text: tokens.map((it) => it.text).join('') }], more: 0 }
  const [open, close] = tokens[0]?.text === '[' ? ['[', ']'] : ['{ ', ' }']
  const spans: Span[] = [{ text: open }]
  let chars = 0
  let shown = 0
  for (const field of fields) {
    const line = lineOf(field)
    const length = line.reduce((sum, it) => sum + it.text.length, 0)
    if (shown > 0 && (shown === MOST_FIELDS || chars + length > MOST_CHARS)) break
    if (shown > 0) spans.push({ text: ', ' })
    spans.push(...line)
    chars += length
    shown++
  }
  const more = fields.length - shown
  spans.push({ text: more > 0 ? ' …' : close })
  return { spans, more }
}

/** The tokens of each direct child. */
function fieldsOf(tokens: readonly JsonToken[]): JsonToken[][] {
  const fields: JsonToken[][] = []
  let field: JsonToken[] = []
  for (const token of tokens.slice(1, -1)) {
    if (token.type === 'comma' && token.depth === 1) {
      fields.push(field)
      field = []
    } else field.push(token)
  }
  if (field.length > 0) fields.push(field)
  return fields
}

function lineOf(field: readonly JsonToken[]): Span[] {
  const [first, colon, ...rest] = field
  if (!first) return []
  if (first.type !== 'name' || colon?.type !== 'colon') return valueSpans(field)
  return [{ text: bare(first.text), look: 'name' }, { text: ': ' }, ...valueSpans(rest)]
}

function valueSpans(tokens: readonly JsonToken[]): Span[] {
  const [first] = tokens
  if (!first) return []
  if (first.type === 'open')
    return [{ text: tokens.length === 2 ? tokens.map((it) => it.text).join('') : first.text === '{' ? '{…}' : '[…]' }]
  return [{ text: cut(first.text), look: classOf(first.type) }]
}

/** A name without quotes, when nothing in it needs them. */
const bare = (name: string) => cut(/^"[\p{L}\p{N}_$-]+"$/u.test(name) ? name.slice(1, -1) : name)

function cut(text: string): string {
  if (text.length <= MOST_VALUE) return text
  // Never half of a pair of surrogates.
  const head = text.slice(0, MOST_VALUE - 2).replace(/[\ud800-\udbff]$/, '')
  return `${head}…${text.startsWith('"') ? '"' : ''}`
}
