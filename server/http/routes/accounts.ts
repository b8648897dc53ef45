import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import { ADDRESS_HEADER, type Session } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSemaphore } from '../../traffic/semaphore.ts'
import { toWire } from '../../traffic/wire-error.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { refuseForeignOrigins } from '../origin.ts'
import { refuseAuth } from '../refuse.ts'
import { accountKey, isWrongPassword, readFields } from './account-fields.ts'

/**
 * Hashing a password takes time and memory on purpose. So only a few run at once, and a flood of sign-ins is merely
 * slow.
 */
const PASSWORDS = { atOnce: 4, waiting: 100 }

/** `/api/auth`: the few calls of the account library that Roost uses; the others answer 404. */
export function accountRoutes(deps: GatewayDeps): Hono<HttpEnv> {
  const { auth, origins, rateLimits } = deps
  const app = new Hono<HttpEnv>()
  const passwords = createSemaphore(PASSWORDS)
  // Applies without a session, too: a foreign page must not sign a person in to another account either.
  app.use(refuseForeignOrigins(origins, () => true))
  // The body is read before the semaphore, so that a slow sender does not keep others waiting.
  app.post('/sign-up/email', async (c) => {
    const fields = await readFields(c, '/sign-up/email')
    await rateLimits.account('sign-up', c.get('address'))
    return passwords.run(() => auth.signUp.run(() => pass(c, fields)))
  })
  app.post('/sign-in/email', async (c) => {
    const fields = await readFields(c, '/sign-in/email')
    return tryPassword(c, fields.email, fields)
  })
  app.post('/change-password', async (c) => {
    const fields = await readFields(c, '/change-password')
    const { email } = await requireSession(c)
    return tryPassword(c, email, { ...fields, revokeOtherSessions: true })
  })
  app.post('/delete-user', async (c) => {
    const fields = await readFields(c, '/delete-user')
    const { email } = await requireSession(c)
    return tryPassword(c, email, fields)
  })
  app.get('/list-sessions', (c) => pass(c))
  app.post('/revoke-session', async (c) => pass(c, await readFields(c, '/revoke-session')))
  app.post('/revoke-other-sessions', (c) => pass(c, {}))
  app.post('/sign-out', (c) => pass(c, {}))
  app.get('/get-session', (c) => pass(c))
  app.all('*', () => {
    throw new RoostError('not_found', 'there is no such call')
  })
  app.onError((error, c) => refuseAuth(c, toWire(error, deps, c.get('requestId'))))

  async function requireSession(c: HttpContext): Promise<Session> {
    const session = await auth.sessionOf(c.req.raw.headers)
    if (!session) throw new RoostError('unauthenticated', 'this call needs an account session: sign in first')
    return session
  }

  async function tryPassword(c: HttpContext, email: string | undefined, fields: object): Promise<Response> {
    await rateLimits.account('password', c.get('address'))
    return rateLimits.password(accountKey(email), () => passwords.run(() => pass(c, fields)), isWrongPassword)
  }

  async function pass(c: HttpContext, fields?: object): Promise<Response> {
    const { method, url, headers } = c.req.raw
    const own = new Headers(headers)
    own.delete('content-length')
    own.set('content-type', 'application/json')
    own.set(ADDRESS_HEADER, c.get('address'))
    // Browsers send an Origin, which was checked above. A call without one comes from a script.
    if (!own.has('origin') && origins[0]) own.set('origin', origins[0])
    const body = fields ? JSON.stringify(fields) : null
    const answer = await auth.handle(new Request(url, { method, headers: own, body }))
    if (answer.status !== 429) return answer
    const seconds = Number(answer.headers.get('x-retry-after')) || 60
    throw new RoostError('rate_limited', `Too many tries. Try again in ${seconds} seconds.`, {
      retryAfterMs: seconds * 1000,
    })
  }

  return app
}
