import * as v from 'valibot'

const utf8 = new TextEncoder()

/**
 * Whether `text` is longer than `limit` in bytes of UTF-8. Encodes only when the cheap bounds (1 to 3 bytes per UTF-16
 * unit) leave that open.
 */
export function exceedsUtf8(text: string, limit: number): boolean {
  if (text.length > limit) return true
  if (text.length * 3 <= limit) return false
  return utf8.encode(text).length > limit
}

/** Well-formed Unicode without U+0000, which PostgreSQL, SQLite and JSON all carry unchanged. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/**
 * Line breaks, other controls, and characters that turn the direction of the text beside them would break a list of
 * names.
 */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/**
 * A name or label of `min` to `max` characters (code points) on one line, storable unchanged. It must not be blank if
 * `min` is above 0.
 */
export const labelSchema = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => isStorableText(text) && !unfit.test(text), 'must be one line of well-formed Unicode'),
    v.check((text) => {
      const length = [...text].length
      return length >= min && length <= max && (min === 0 || text.trim() !== '')
    }, `must have ${min} to ${max} characters`),
  )
