/**
 * Makes texts comparable: a search finds "Grüße" by "grusse" and "ＡＢＣ" by "abc". Text and query fold alike, so what
 * one of them loses never hides a message.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  let folded = ''
  for (const [part] of text.matchAll(PART)) folded += after(folded, foldPart(part))
  return folded
}

/** A folded text that remembers which characters of the original each part of it comes from. */
export interface FoldedText {
  text: string
  /** The original range that [from, to) of the folded text comes from. It may be wider, as "ß" folds to "ss". */
  original(from: number, to: number): Range
}

/** Offsets in UTF-16 units, the end exclusive. */
export type Range = readonly [from: number, to: number]

export function foldWithOffsets(text: string): FoldedText {
  if (isPlain(text)) return { text: text.toLowerCase(), original: (from, to) => [from, to] }
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: part, index } of text.matchAll(PART)) {
    const piece = after(folded, foldPart(part))
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index)
      ends.push(index + part.length)
    }
    folded += piece
  }
  return { text: folded, original: (from, to) => [starts[from] ?? text.length, ends[to - 1] ?? text.length] }
}

/** ASCII without line breaks and double spaces needs no more than lower case. Most texts are like that, and it is fast. */
const isPlain = (text: string) => !NOT_PLAIN.test(text)
const NOT_PLAIN = /[^\u0020-\u007e]| {2}/

/**
 * White space, or a character with the marks that belong to it: combining marks, the voiced marks of half-width kana,
 * the vowels and finals of Hangul. They compose only as one part.
 */
const PART = /\s+|[^\s\p{M}\uff9e\uff9f\u1160-\u11ff]?[\p{M}\uff9e\uff9f\u1160-\u11ff]+|[^\s]/gu

/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Kana, Thai and Hindi need theirs. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** Characters that cannot be seen: soft hyphen, joiners, direction marks, variation selectors, the Arabic tatweel. */
const UNSEEN = /[\u180b-\u180d\ufe00-\ufe0f]|[\u00ad\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Letters that Unicode does not take apart, and the signs that keyboards put in the place of others. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't' },
  // Turkish: both letters i are one, because a keyboard often has only one of them.
  ...{ ı: 'i', ς: 'σ' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '“': '"', '”': '"', '„': '"', '‐': '-', '–': '-', '—': '-', '−': '-' },
}

/** Signs such as a lone accent fold to a space, and two spaces are one. */
const after = (folded: string, piece: string) =>
  piece.startsWith(' ') && folded.endsWith(' ') ? piece.slice(1) : piece

const known = new Map<string, string>()

function foldPart(part: string): string {
  const before = known.get(part)
  if (before !== undefined) return before
  const folded = foldAfresh(part)
  // Texts repeat their characters. The limit is for a text that holds every one there is.
  if (known.size < 20_000) known.set(part, folded)
  return folded
}

function foldAfresh(part: string): string {
  if (part.trim() === '' && part !== '\ufeff') return ' '
  let folded = ''
  const bare = part.normalize('NFKC').toLowerCase().normalize('NFD').replace(ACCENTS, '').replace(UNSEEN, '')
  for (const letter of bare.normalize('NFC')) folded += LETTERS[letter] ?? letter
  return folded.replace(/\s+/g, ' ')
}
