import type { HttpContext } from '../../env.ts'

/** The token of a request, from one of the places where ntfy's programs put it. `?auth=` wins, as there. */
export function tokenIn(c: HttpContext): string | undefined {
  const asked = c.req.query('auth') || c.req.query('authorization')
  // ntfy takes a whole Authorization in base64 there. A bare token is none, because it has dots.
  if (asked) return tokenOf(Buffer.from(asked, 'base64').toString()) ?? asked
  return tokenOf(c.req.header('authorization'))
}

/** The token of an `Authorization`: a bearer, or the password of any name. `curl -u TOKEN:` says it as the name. */
function tokenOf(authorization = ''): string | undefined {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+) *$/i.exec(authorization.trim()) ?? []
  if (scheme.toLowerCase() !== 'basic') return value || undefined
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? []
  return password || name || undefined
}
