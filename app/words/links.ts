export interface Link {
  start: number
  end: number
  href: string
}

/** The part of a result of linkifyjs `find` that we read. */
export interface Found {
  type: string
  value: string
  href: string
  start: number
  end: number
}

/**
 * Keeps the links that a writer means. A bare name such as `README.md` or `main.rs` is also a domain, but hardly any
 * writer means it as one. Links with other schemes than http, https and mailto stay text.
 */
export function safeLinks(found: readonly Found[]): Link[] {
  return found.filter(isMeant).map(({ start, end, href }) => ({ start, end, href }))
}

function isMeant({ type, value, href }: Found): boolean {
  if (type === 'email') return href.startsWith('mailto:')
  if (!/^https?:\/\//i.test(href)) return false
  return /^https?:\/\//i.test(value) || /^www\./i.test(value) || isCommonDomain(value)
}

const isCommonDomain = (value: string) =>
  /^[^/?#]+\.(com|org|net|io|dev|app|edu|gov|eu|de|uk|fr|jp|ch|at)(:\d+)?([/?#]|$)/i.test(value)
