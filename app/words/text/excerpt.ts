const LONG_CHARS = 1_800
const LONG_LINES = 26
const SHOWN_CHARS = 1_100
const SHOWN_LINES = 16

/** The beginning of a text that is too long for the list; null when the text fits. Never cuts a character in two. */
export function excerptOf(text: string): string | null {
  if (text.length <= LONG_CHARS && !hasMoreLines(text, LONG_LINES)) return null
  const head = firstLines(text, SHOWN_LINES)
  return head.length <= SHOWN_CHARS ? head : cut(head)
}

function hasMoreLines(text: string, lines: number): boolean {
  let at = -1
  for (let seen = 0; seen < lines; seen++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return false
  }
  return true
}

function firstLines(text: string, lines: number): string {
  let at = -1
  for (let seen = 0; seen < lines; seen++) {
    const next = text.indexOf('\n', at + 1)
    if (next < 0) return text
    at = next
  }
  return text.slice(0, at)
}

/** Cuts after the last whole word that fits, otherwise between two characters as a reader counts them. */
function cut(text: string): string {
  const space = text.slice(0, SHOWN_CHARS).search(/\s\S*$/)
  if (space > SHOWN_CHARS - 200) return text.slice(0, space)
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, SHOWN_CHARS + 64))) {
    if (index + segment.length > SHOWN_CHARS) break
    end = index + segment.length
  }
  return text.slice(0, end || SHOWN_CHARS)
}
