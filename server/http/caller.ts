import { RoostError } from '../../lib/protocol/error.ts'
import type { Caller } from '../core/mother.ts'
import { FRESH_MS } from '../core/ports/auth.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { HttpContext } from './env.ts'

export interface Identify {
  device(c: HttpContext): Promise<Caller>
  session(c: HttpContext): Promise<string>
  /** Prefers a token to a cookie; without a token there is no deviceId. */
  deviceOrSession(c: HttpContext): Promise<{ userId: string; deviceId?: string }>
  /**
   * Requires a sign-in of the last minutes, beside a token of this user or instead of it. @throws RoostError `forbidden`.
   */
  freshSession(c: HttpContext, userId: string): Promise<void>
}

/**
 * Identifies the caller of an HTTP request. Every method @throws RoostError `unauthenticated`, `revoked`,
 * `rate_limited`.
 */
export function createIdentify({ authenticate, auth, rateLimits }: GatewayDeps): Identify {
  async function device(c: HttpContext) {
    const caller = await authenticate(bearer(c), c.get('address'))
    await rateLimits.call(caller.deviceId)
    return caller
  }

  async function session(c: HttpContext) {
    const userId = await auth.userOf(c.req.raw.headers)
    if (userId === null) throw new RoostError('unauthenticated', 'this call needs an account session: sign in first')
    await rateLimits.call(`session ${userId}`)
    return userId
  }

  return {
    device,
    session,
    async deviceOrSession(c) {
      if (c.req.header('authorization') === undefined) return { userId: await session(c) }
      return device(c)
    },
    async freshSession(c, userId) {
      const found = await auth.sessionOf(c.req.raw.headers)
      if (found?.userId === userId && Date.now() - found.signedInAt < FRESH_MS) return
      throw new RoostError(
        'forbidden',
        'This needs a person who has signed in within the last 10 minutes: sign in again',
      )
    },
  }
}

function bearer(c: HttpContext): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
}
