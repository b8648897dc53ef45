import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { RoostError } from '../../lib/protocol/error.ts'
import { COOKIE_PREFIX } from '../core/ports/auth.ts'
import type { HttpContext, HttpEnv } from './env.ts'

/**
 * A page elsewhere may make a browser send the session cookie along; it cannot make it hide where the call comes from.
 * `concerns`: the calls that are looked at.
 */
export function refuseForeignOrigins(
  origins: readonly string[],
  concerns: (c: HttpContext) => boolean,
): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && !origins.includes(origin)
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
