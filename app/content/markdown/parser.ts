import MarkdownIt, { type MarkdownIt as Parser, type StateInline, type Token } from 'markdown-it'
import { isSafeAddress } from './safe-address.ts'

/** Deeper lists and quotes stay text. */
const DEEPEST = 12

/** Texts that do not say they are Markdown keep all that could be meant otherwise: `C:\\dir\\*`, `&amp;`, `__init__`. */
const NOT_IN_PLAIN = ['escape', 'entity']
/** Raw HTML is never made, nothing vanishes from the text, and a line of dashes makes no heading. */
const NEVER = ['html_block', 'html_inline', 'reference', 'autolink', 'lheading', 'table']

const meant = create()
const plain = create()
plain.disable(NOT_IN_PLAIN)
plain.inline.ruler.before('strikethrough', 'strict', keepLooseDelimiters)

/** The blocks of a text; `meant`: its sender says that it is Markdown. */
export const parseMarkdown = (text: string, isMeant: boolean): Token[] => (isMeant ? meant : plain).parse(text, {})

function create(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: DEEPEST })
  parser.disable(NEVER)
  // Addresses stay as they were written, and a text around an address that leads elsewhere stays text.
  parser.normalizeLink = (address) => address
  parser.validateLink = isSafeAddress
  return parser
}

/** In scripts without spaces, emphasis begins and ends inside what looks like a word. */
const BEFORE_OPEN = /^$|[\s([{"'“‘«*_~—–\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、。，]/u
const AFTER_OPEN = /[\p{L}\p{N}\p{Extended_Pictographic}"'“‘«`([*_~]/u
const BEFORE_CLOSE = /[\p{L}\p{N}\p{Extended_Pictographic}.,:;!?…%)\]"'”’»`*_~]/u
const AFTER_CLOSE =
  /^$|[\s.,:;!?…)\]}"'”’»*_~—–\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、。，]/u

/** Leaves signs as text that no writer means as emphasis: `2*3*4`, `__init__`, globs. */
function keepLooseDelimiters(state: StateInline, silent: boolean): boolean {
  const sign = state.src[state.pos]
  if (sign !== '*' && sign !== '_' && sign !== '~') return false
  let end = state.pos
  while (state.src[end] === sign) end++
  const before = characterBefore(state.src, state.pos)
  const after = String.fromCodePoint(state.src.codePointAt(end) ?? 32)
  const atEnd = end >= state.src.length ? '' : after
  const opens = BEFORE_OPEN.test(before) && AFTER_OPEN.test(atEnd)
  const closes = before !== '' && BEFORE_CLOSE.test(before) && AFTER_CLOSE.test(atEnd)
  const count = end - state.pos
  const isName = sign === '_' && count > 1
  if ((opens || closes) && !isName && count <= 3) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ''
  const low = text.charCodeAt(at - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1
  return text.slice(at - (isPair ? 2 : 1), at)
}
