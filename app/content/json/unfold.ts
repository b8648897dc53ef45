import type { Span } from '../code/span.ts'
import { classOf } from './json-class.ts'
import type { JsonToken } from './scan.ts'

const STEP = '  '

/** A JSON text with a line for each field, as its writer wrote every token. */
export function unfoldJson(tokens: readonly JsonToken[]): Span[] {
  const spans: Span[] = []
  const put = (text: string, look?: Span['look']) => {
    const last = spans.at(-1)
    if (last && last.look === look) last.text += text
    else spans.push({ text, look })
  }
  tokens.forEach(({ type, text, depth }, index) => {
    const before = tokens[index - 1]?.type
    const line = () => put(`\n${STEP.repeat(depth)}`)
    if (type === 'close') {
      if (before !== 'open') line()
    } else if (before === 'open' || before === 'comma') line()
    else if (before === 'colon') put(' ')
    put(text, classOf(type))
  })
  return spans
}
