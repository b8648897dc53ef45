const MOST = 200

/** The first line of a text that says something, without the signs of Markdown before it. */
export const firstLine = (text: string): string => plainLines(text)[0]?.slice(0, MOST) ?? ''

/** The lines at the beginning of a text that say something, without the signs of Markdown before them. */
export function plainLines(text: string): string[] {
  return text
    .slice(0, 10 * MOST)
    .split('\n')
    .map((it) => it.replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+(?:\[[ x]\]\s+)?|`{3,}.*$)/i, '').trim())
    .filter((it) => it !== '')
}
