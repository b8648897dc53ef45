import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { RoostError } from '../../lib/protocol/error.ts'
import { COOKIE_PREFIX } from '../core/ports/auth.ts'
import type { OwnOrigins } from '../traffic/own-origin.ts'
import type { HttpContext, HttpEnv } from './env.ts'

/**
 * A foreign page can make a browser send the session cookie, but it cannot hide its Origin. `concerns`: the calls to
 * check.
 */
export function refuseForeignOrigins(
  isOwn: OwnOrigins['has'],
  concerns: (c: HttpContext) => boolean,
): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && !isOwn(origin, c.env.incoming)
    if (isForeign && concerns(c)) {
      throw new RoostError('forbidden', 'This page may not use the account. Open Roost at its own address.')
    }
    await next()
  }
}

export function hasSession(c: HttpContext): boolean {
  return Object.keys(getCookie(c)).some((name) => bare(name).startsWith(`${COOKIE_PREFIX}.session`))
}

const bare = (name: string) => name.replace(/^__(Secure|Host)-/, '')
