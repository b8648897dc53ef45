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
