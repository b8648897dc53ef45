/** Scripts without spaces between words break anywhere, so a long run of them costs nothing. */
const LONG_WORD = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{500}/u
const MANY_MARKS = /\p{M}{24}/u
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g
const MOST_TURNS = 100
const MOST_LINES = 3_000
const LONG_PARAGRAPH = /[^\n]{8000}/

/**
 * Whether a browser lays the text out in a few ms, whatever elements it is cut into. Any other text is shown as it was
 * written, in pieces.
 */
export function isEasy(text: string): boolean {
  if (text.length < 400) return !MANY_MARKS.test(text)
  if (LONG_WORD.test(text) || MANY_MARKS.test(text) || LONG_PARAGRAPH.test(text)) return false
  return (text.match(TURNS)?.length ?? 0) <= MOST_TURNS && (text.match(/\n/g)?.length ?? 0) <= MOST_LINES
}
