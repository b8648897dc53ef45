import { hash } from 'node:crypto'
import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import { ADDRESS_HEADER } from '../../auth/auth.ts'
import type { GatewayDeps } from '../deps.ts'
import { toWire } from '../to-wire.ts'
import { createTurns } from '../turns.ts'
import { readBody } from './body.ts'
import type { HttpContext, HttpEnv } from './env.ts'
import { refuseForeignOrigins } from './origin.ts'
import { refuseAuth } from './refuse.ts'

const ACCOUNT_BODY_BYTES = 64 * 1024

/** A password is hashed slowly and with much memory, on purpose: a few at a time, so that a flood of them is only slow. */
const PASSWORDS = { atOnce: 4, waiting: 100 }

/** `/api/auth`: the few calls of the account library that Roost has a use for; the others are as good as not there. */
export function accountRoutes({ auth, origins, rateLimits, log }: GatewayDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const passwords = createTurns(PASSWORDS)
  // Without a session, too: being signed in as somebody else by a page elsewhere is no better.
  app.use(refuseForeignOrigins(origins, () => true))
  // The body is read before it is anybody's turn: who sends it slowly keeps nobody else waiting.
  app.post('/sign-up/email', async (c) => {
    const body = await readBody(c.req.raw, ACCOUNT_BODY_BYTES)
    return passwords.run(() => auth.signUp.run(() => pass(c, body)))
  })
  app.post('/sign-in/email', async (c) => {
    const body = await readBody(c.req.raw, ACCOUNT_BODY_BYTES)
    return rateLimits.signIn(accountOf(body), () => passwords.run(() => pass(c, body)))
  })
  app.post('/sign-out', async (c) => pass(c, await readBody(c.req.raw, ACCOUNT_BODY_BYTES)))
  app.get('/get-session', (c) => pass(c, null))
  app.all('*', () => {
    throw new RoostError('not_found', 'there is no such call')
  })
  app.onError((error, c) => refuseAuth(c, toWire(error, log)))

  async function pass(c: HttpContext, body: Uint8Array | null): Promise<Response> {
    const { method, url, headers } = c.req.raw
    const own = new Headers(headers)
    own.set(ADDRESS_HEADER, c.get('address'))
    // A browser says where a call comes from, and that was looked at above; whoever says nothing is a script.
    if (!own.has('origin') && origins[0]) own.set('origin', origins[0])
    const answer = await auth.handle(new Request(url, { method, headers: own, body: body as BodyInit | null }))
    if (answer.status !== 429) return answer
    const seconds = Number(answer.headers.get('x-retry-after')) || 60
    throw new RoostError('rate_limited', `Too many tries. Try again in ${seconds} seconds.`, {
      retryAfterMs: seconds * 1000,
    })
  }

  return app
}

/** Whose account a sign-in is for, as a key of fixed size; what is no e-mail address shares one. */
function accountOf(body: Uint8Array): string {
  let email: unknown
  try {
    email = JSON.parse(Buffer.from(body).toString()).email
  } catch {
    // Refused further on.
  }
  return hash('sha256', typeof email === 'string' ? email.trim().toLowerCase() : '', 'base64')
}
