import { looksLikeCode } from '../../words/text/looks-like-code.ts'
import { languageOfType } from '../code/languages.ts'
import { isJson, looksLikeJson } from '../json/is-json.ts'
import { hasMarkup } from './has-markup.ts'
import { isEasy } from './is-easy.ts'
import { isEmoji } from './is-emoji.ts'
import { type OneTimeCode, oneTimeCodeIn } from './one-time-code.ts'

export type ContentKind =
  | { kind: 'plain' }
  | { kind: 'emoji' }
  | { kind: 'oneTimeCode'; found: OneTimeCode }
  /** `meant`: the sender says that it is Markdown. */
  | { kind: 'markdown'; meant: boolean }
  | { kind: 'json' }
  /** `language` is null when the sender did not say. */
  | { kind: 'code'; language: string | null }

const PLAIN: ContentKind = { kind: 'plain' }

/** How a message is shown. The type that the sender gave decides first, then the text if it is unmistakable. */
export function contentKind(content: string, contentType: string): ContentKind {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (content.trim() === '') return PLAIN
  if (isJsonType(type)) return isJson(content) ? { kind: 'json' } : codeOf(content, 'json')
  if (type === 'text/markdown' || type === 'text/x-markdown') {
    return isEasy(content) ? { kind: 'markdown', meant: true } : PLAIN
  }
  if (type !== 'text/plain') {
    const language = languageOfType(type)
    return language === undefined ? PLAIN : codeOf(content, language)
  }
  return kindOfPlain(content)
}

function kindOfPlain(content: string): ContentKind {
  if (looksLikeJson(content)) return { kind: 'json' }
  if (isEmoji(content)) return { kind: 'emoji' }
  const found = oneTimeCodeIn(content)
  if (found) return { kind: 'oneTimeCode', found }
  if (!isEasy(content)) return PLAIN
  if (/^ {0,3}(?:```|~~~)/m.test(content) && hasMarkup(content)) return { kind: 'markdown', meant: false }
  if (looksLikeCode(content)) return { kind: 'code', language: null }
  return hasMarkup(content) ? { kind: 'markdown', meant: false } : PLAIN
}

const isJsonType = (type: string) => type === 'application/json' || type.endsWith('+json') || type === 'text/json'

const codeOf = (content: string, language: string | null): ContentKind =>
  isEasy(content) ? { kind: 'code', language } : PLAIN
