import { hash } from 'node:crypto'
import { Hono } from 'hono'
import * as v from 'valibot'
import { RoostError } from '../../../lib/protocol/error.ts'
import { parse } from '../../../lib/protocol/parse.ts'
import { ADDRESS_HEADER } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSemaphore } from '../../traffic/semaphore.ts'
import { toWire } from '../../traffic/wire-error.ts'
import { readJson } from '../body.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { refuseForeignOrigins } from '../origin.ts'
import { refuseAuth } from '../refuse.ts'

const ACCOUNT_BODY_BYTES = 64 * 1024

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
    const fields = await readFields(c)
    await rateLimits.account('sign-up', c.get('address'))
    return passwords.run(() => auth.signUp.run(() => pass(c, fields)))
  })
  app.post('/sign-in/email', async (c) => {
    const fields = await readFields(c)
    await rateLimits.account('sign-in', c.get('address'))
    return rateLimits.signIn(accountOf(fields), () => passwords.run(() => pass(c, fields)))
  })
  app.post('/sign-out', (c) => pass(c, {}))
  app.get('/get-session', (c) => pass(c))
  app.all('*', () => {
    throw new RoostError('not_found', 'there is no such call')
  })
  app.onError((error, c) => refuseAuth(c, toWire(error, deps, c.get('requestId'))))

  async function pass(c: HttpContext, fields?: Fields): Promise<Response> {
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

/** The fields that Roost uses. */
const fieldsSchema = v.object({
  name: v.optional(v.string()),
  email: v.optional(v.string()),
  password: v.optional(v.string()),
})
type Fields = v.InferOutput<typeof fieldsSchema>

/**
 * The library logs input that it cannot read, past our log. So it only gets input that was checked here.
 * @throws RoostError `invalid_request`, `payload_too_large`.
 */
async function readFields(c: HttpContext): Promise<Fields> {
  return parse(fieldsSchema, await readJson(c.req.raw, ACCOUNT_BODY_BYTES))
}

/** The account of a sign-in, as a key of fixed size. */
function accountOf({ email = '' }: Fields): string {
  return hash('sha256', email.trim().toLowerCase(), 'base64')
}
