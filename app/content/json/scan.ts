export type JsonTokenType = 'open' | 'close' | 'comma' | 'colon' | 'name' | 'string' | 'number' | 'word'

export interface JsonToken {
  type: JsonTokenType
  /** As it was written: long numbers keep their digits. */
  text: string
  /** How many objects and arrays are open around it. */
  depth: number
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+|[[\]{}:,]/g

const SIGNS: Readonly<Record<string, JsonTokenType>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon',
}

/** The tokens of a valid JSON text, in order. Nothing is parsed into values, so nothing gets lost. */
export function scanJson(text: string): JsonToken[] {
  const tokens: JsonToken[] = []
  let depth = 0
  for (const [written] of text.matchAll(TOKEN)) {
    const type = SIGNS[written] ?? valueType(written)
    if (type === 'close') depth--
    const last = tokens.at(-1)
    if (type === 'colon' && last?.type === 'string') last.type = 'name'
    tokens.push({ type, text: written, depth })
    if (type === 'open') depth++
  }
  return tokens
}

function valueType(written: string): JsonTokenType {
  if (written.startsWith('"')) return 'string'
  return /^[-\d]/.test(written) ? 'number' : 'word'
}
