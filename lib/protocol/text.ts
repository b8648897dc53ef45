import * as v from 'valibot'

const utf8 = new TextEncoder()

/** Length in bytes of UTF-8. Encodes only when the cheap bounds (1 to 3 bytes a UTF-16 unit) leave `limit` undecided. */
export function exceedsUtf8(text: string, limit: number): boolean {
  if (text.length > limit) return true
  if (text.length * 3 <= limit) return false
  return utf8.encode(text).length > limit
}

/** Well-formed Unicode without U+0000: what PostgreSQL, SQLite and JSON can all carry unchanged. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** A name or label of `min` to `max` characters (code points), storable as it is. */
export const labelSchema = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.check(isStorableText, 'must be well-formed Unicode without U+0000'),
    v.check((text) => {
      const length = [...text].length
      return length >= min && length <= max
    }, `must have ${min} to ${max} characters`),
  )
