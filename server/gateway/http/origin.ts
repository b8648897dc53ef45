import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { RoostError } from '../../../lib/protocol/error.ts'
import { COOKIE_PREFIX } from '../../auth/auth.ts'
import type { HttpEnv } from './env.ts'

/** A page elsewhere may make a browser send the session cookie along; it cannot make it hide where the call comes from. */
export function refuseForeignOrigins(origins: readonly string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isForeign = origin !== undefined && !origins.includes(origin)
    if (isForeign && Object.keys(getCookie(c)).some(isSessionCookie)) {
      throw new RoostError('forbidden', 'this page may not use the session: open Roost at its own address')
    }
    await next()
  }
}

const isSessionCookie = (name: string) => name.replace(/^__(Secure|Host)-/, '').startsWith(`${COOKIE_PREFIX}.session`)
