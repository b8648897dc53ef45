import { latinOf } from '../../../lib/protocol/values/look-of.ts'

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
/** Written together in Japanese, and with each other in Korean and Chinese names. */
const EAST_ASIAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}/u
const LETTERS = /^[\p{L}\p{M}\p{N}-]*$/u
const ASCII = /^[\x20-\x7e]*$/

/** Whether a host of the web could be taken for another one, because a label of it mixes scripts or imitates Latin. */
export function deceives(host: string): boolean {
  return host.split(/[.。．｡]/u).some(labelDeceives)
}

function labelDeceives(label: string): boolean {
  if (ASCII.test(label)) return false
  if (!LETTERS.test(label)) return true
  if (ASCII.test(Array.from(label.normalize('NFKC'), latinOf).join(''))) return true
  return scriptsOf(label) > 1
}

function scriptsOf(label: string): number {
  const known = [...SCRIPTS, EAST_ASIAN]
  const others = [...label].some((it) => /\p{L}/u.test(it) && !known.some((script) => script.test(it)))
  return known.filter((script) => script.test(label)).length + (others ? 1 : 0)
}
