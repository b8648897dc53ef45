/** A part of a long text. All parts together are the text, byte for byte. */
export interface Piece {
  start: number
  text: string
  /** It begins or ends in the middle of a word, so what looks like an address in it may be half of one. */
  torn: boolean
}

/** A browser lays out this much of the worst text in a few ms: its time grows with the square of a word without breaks. */
const SIZE = 2_000
/** A paragraph of ordinary words may be this long before it is cut between two words. */
const PARAGRAPH = 8_000
const WORD = 500

/** Cuts a text after a line where it can, else between two words, else between two characters. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let torn = false
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start)
    const tears = end < text.length && !/\s/.test(text[end - 1] ?? '')
    pieces.push({ start, text: text.slice(start, end), torn: torn || tears })
    torn = tears
    start = end
  }
  return pieces
}

function endOf(text: string, start: number): number {
  if (text.length - start <= SIZE) return text.length
  const line = text.lastIndexOf('\n', start + SIZE - 1) + 1
  if (line > start) return line
  const paragraph = text.slice(start, start + PARAGRAPH)
  if (hasOnlyWords(paragraph)) return start + (firstLine(paragraph) ?? lastSpace(paragraph))
  const head = text.slice(start, start + SIZE)
  return start + (lastSpace(head) || lastCharacter(text.slice(start, start + SIZE + 64)))
}

const longWord = new RegExp(`\\S{${WORD}}`)
const hasOnlyWords = (text: string) => !longWord.test(text)

function firstLine(text: string): number | null {
  const at = text.indexOf('\n')
  return at < 0 ? null : at + 1
}

/** The end of the last space; 0 when there is none. */
function lastSpace(text: string): number {
  return text.search(/\s\S*$/) + 1
}

/** The last place at or before SIZE between two characters as a reader counts them. */
function lastCharacter(text: string): number {
  // A character as a reader counts them is short, unless its writer wants to break something.
  const from = SIZE - 64
  let end = 0
  for (const { index } of new Intl.Segmenter().segment(text.slice(from))) if (from + index <= SIZE) end = from + index
  if (end > from) return end
  return isLow(text.charCodeAt(SIZE)) ? SIZE - 1 : SIZE
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
