import { RoostError } from '../../lib/protocol/error.ts'
import type { Asker, Caller } from '../core/mother.ts'
import type { Session } from '../core/ports/auth.ts'
import { requireFull } from '../traffic/access.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { HttpContext } from './env.ts'
import { requireFresh } from './fresh-session.ts'

export interface Identify {
  /** A device with all rights. @throws RoostError `forbidden`. */
  device(c: HttpContext): Promise<Caller>
  /** Any device, also one that may only send. `token` stands elsewhere than in the bearer of the request. */
  sender(c: HttpContext, token?: string): Promise<Caller>
  session(c: HttpContext): Promise<Session>
  /** Prefers a token to a cookie. */
  deviceOrSession(c: HttpContext): Promise<{ userId: string; by: Asker }>
  /**
   * Requires a sign-in of the last minutes: of this user, beside a token or instead of it, or of any user. Returns the user.
   * @throws RoostError `forbidden`.
   */
  freshSession(c: HttpContext, userId?: string): Promise<Session>
}

/**
 * Identifies the caller of an HTTP request. Every method @throws RoostError `unauthenticated`, `revoked`,
 * `rate_limited`.
 */
export function createIdentify({ authenticate, auth, rateLimits }: GatewayDeps): Identify {
  async function sender(c: HttpContext, token = bearerOf(c)) {
    const caller = await authenticate(token, c.get('address'))
    await rateLimits.call(caller.deviceId)
    return caller
  }

  async function device(c: HttpContext) {
    const caller = await sender(c)
    requireFull(caller)
    return caller
  }

  async function session(c: HttpContext) {
    const session = await auth.sessionOf(c.req.raw.headers)
    if (session === null) {
      // Says `forbidden` to a device that may only send, as every call does.
      if (c.req.header('authorization') !== undefined) await device(c)
      throw new RoostError('unauthenticated', 'this call needs an account session: sign in first')
    }
    await rateLimits.call(`session ${session.userId}`)
    return session
  }

  return {
    device,
    sender,
    session,
    async deviceOrSession(c) {
      if (c.req.header('authorization') === undefined) {
        const { userId, sessionId } = await session(c)
        return { userId, by: { sessionId } }
      }
      const { userId, deviceId } = await device(c)
      return { userId, by: { deviceId } }
    },
    async freshSession(c, userId) {
      const found = await requireFresh(auth, c.req.raw.headers, userId)
      await rateLimits.call(`session ${found.userId}`)
      return found
    },
  }
}

export function bearerOf(c: HttpContext): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
}
