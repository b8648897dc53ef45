import { deceives } from './shown-host.ts'

export interface Link {
  start: number
  end: number
  href: string
  /** Shown in place of the text, whose host looks like another one. */
  text?: string
}

/** The part of a result of linkifyjs `find` that we read. */
export interface Found {
  type: string
  value: string
  href: string
  start: number
  end: number
}

/** The parser knows no addresses in numbers of IPv6. */
const IPV6 = /\bhttps?:\/\/\[[0-9a-f:.]+\](?::\d{1,5})?(?:[/?#][^\s<>"]*)?/gi
/** Ends an address, with all that follows: marks of other scripts, and a particle right after a Latin letter. */
const FOREIGN_END =
  /[\u061c\u200e\u200f。，！？、；：「」『』（）【】《》〈〉“”‘’…،؛؟]|(?<=[A-Za-z0-9])\p{Script=Hiragana}/u
const TRAILING = /[.,;:!?'")\]}]+$/
const BIDI = /[\u202a-\u202e\u2066-\u2069]/

/**
 * Keeps the links that a writer means and that lead where they seem to. A bare name such as `README.md` or `main.rs` is
 * also a domain, but hardly any writer means it as one. Links with other schemes than http, https and mailto stay text.
 */
export function safeLinks(text: string, found: readonly Found[]): Link[] {
  const known = found.map((it) => cut(it)).filter((it) => isMeant(it) && isHonest(text, it))
  const numbers = ipv6In(text).filter((it) => isHonest(text, it) && !known.some((other) => overlap(it, other)))
  return [...known, ...numbers].sort((a, b) => a.start - b.start).map(linkOf)
}

function cut(found: Found): Found {
  const at = found.value.search(FOREIGN_END)
  if (at <= 0) return found
  const value = found.value.slice(0, at).replace(TRAILING, '')
  const lost = found.value.length - value.length
  return { ...found, value, end: found.end - lost, href: found.href.slice(0, found.href.length - lost) }
}

function ipv6In(text: string): Found[] {
  return Array.from(text.matchAll(IPV6), ({ 0: value, index }) => {
    const end = value.endsWith(']') ? value : value.replace(TRAILING, '')
    return cut({ type: 'url', value: end, href: end, start: index, end: index + end.length })
  })
}

const overlap = (a: Found, b: Found) => a.start < b.end && b.start < a.end

function isMeant({ type, value, href }: Found): boolean {
  if (type === 'email') return href.startsWith('mailto:')
  if (!/^https?:\/\//i.test(href)) return false
  return /^https?:\/\//i.test(value) || /^www\./i.test(value) || isCommonDomain(value)
}

const isCommonDomain = (value: string) =>
  /^[^/?#]+\.(com|org|net|io|dev|app|edu|gov|eu|de|uk|fr|jp|ch|at)(:\d+)?([/?#]|$)/i.test(value)

/**
 * No link has a user part (`https://bank.example@evil.example`), and none contains or touches a character that turns the
 * direction of the text.
 */
function isHonest(text: string, { type, href, start, end }: Found): boolean {
  if (BIDI.test(text.slice(Math.max(0, start - 1), end + 1))) return false
  if (type === 'email') return !/[/@]/.test(text[start - 1] ?? '')
  if (text[end] === '@' || text[start - 1] === '@' || !URL.canParse(href)) return false
  const { username, password } = new URL(href)
  return username === '' && password === ''
}

function linkOf({ type, value, start, end, href }: Found): Link {
  const written = type === 'email' ? (value.split('@').at(-1) ?? '') : hostIn(value)
  if (!deceives(written)) return { start, end, href }
  const host = new URL(type === 'email' ? `https://${written}` : href).hostname
  return { start, end, href, text: value.replace(written, host) }
}

/** The host as it was written. */
const hostIn = (value: string) => /^(?:https?:\/\/)?([^/?#:\\]*)/i.exec(value)?.[1] ?? ''
