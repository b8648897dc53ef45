import { limits } from '../../../lib/protocol/limits.ts'

/**
 * The wire has no place for the author of a message that somebody brings in, and the text has to stay as it was. So the
 * content type names them, as a parameter in the form of RFC 8187: `text/plain; written-by*=UTF-8''Ada%20L`.
 */
const PARAMETER = "written-by*=UTF-8''"

/** A content type that names the author. It stays as it is when it names one already, or has no room. */
export function withAuthor(contentType: string, author: string | null): string {
  if (author === null || contentType.includes(PARAMETER)) return contentType
  const begin = `${contentType}; ${PARAMETER}`
  let named = ''
  for (const sign of author.trim()) {
    const next = named + encodeSign(sign)
    if (begin.length + next.length > limits.contentTypeLength) break
    named = next
  }
  return named === '' ? contentType : begin + named
}

/** Half a surrogate pair is no text. */
const encodeSign = (sign: string): string =>
  encodeURIComponent(sign.isWellFormed() ? sign : '�').replace(/['()*]/g, hex)

const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
