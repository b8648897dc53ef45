import type { MiddlewareHandler } from 'hono'
import { isEncrypted } from '../traffic/own-origin.ts'
import type { HttpEnv } from './env.ts'

const PREFIX = '__Host-'

/**
 * A server that is reached over HTTP and HTTPS has one name for each cookie. Over HTTPS the cookie gets a prefix with which
 * browsers give it to this host over HTTPS alone, so it never travels in the clear.
 */
export const secureCookies: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!isEncrypted(c.env.incoming)) return next()
  const { headers } = c.req.raw
  const sent = headers.get('cookie')
  if (sent !== null) headers.set('cookie', withoutPrefix(sent))
  await next()
  const cookies = c.res.headers.getSetCookie()
  if (cookies.length === 0) return
  c.res.headers.delete('set-cookie')
  for (const cookie of cookies) c.res.headers.append('set-cookie', `${PREFIX}${cookie}; Secure`)
}

/** Those that were set over HTTP are left out. */
function withoutPrefix(cookies: string): string {
  return cookies
    .split(/; */)
    .filter((it) => it.startsWith(PREFIX))
    .map((it) => it.slice(PREFIX.length))
    .join('; ')
}
