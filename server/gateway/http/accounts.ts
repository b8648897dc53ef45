import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import { ADDRESS_HEADER } from '../../auth/auth.ts'
import type { GatewayDeps } from '../deps.ts'
import { toWire } from '../to-wire.ts'
import { readBody } from './body.ts'
import type { HttpContext, HttpEnv } from './env.ts'
import { refuseForeignOrigins } from './origin.ts'
import { refuseAuth } from './refuse.ts'

const ACCOUNT_BODY_BYTES = 64 * 1024

/** `/api/auth`: the few calls of the account library that Roost has a use for; the others are as good as not there. */
export function accountRoutes({ auth, origins, log }: GatewayDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  // Without a session, too: being signed in as somebody else by a page elsewhere is no better.
  app.use(refuseForeignOrigins(origins, () => true))
  app.post('/sign-up/email', (c) => auth.signUp.run(() => pass(c)))
  app.post('/sign-in/email', pass)
  app.post('/sign-out', pass)
  app.get('/get-session', pass)
  app.all('*', () => {
    throw new RoostError('not_found', 'there is no such call')
  })
  app.onError((error, c) => refuseAuth(c, toWire(error, log)))

  async function pass(c: HttpContext): Promise<Response> {
    const { method, url, headers } = c.req.raw
    const own = new Headers(headers)
    own.set(ADDRESS_HEADER, c.get('address'))
    // A browser says where a call comes from, and that was looked at above; whoever says nothing is a script.
    if (!own.has('origin') && origins[0]) own.set('origin', origins[0])
    const body = method === 'GET' ? null : await readBody(c.req.raw, ACCOUNT_BODY_BYTES)
    const answer = await auth.handle(new Request(url, { method, headers: own, body: body as BodyInit | null }))
    if (answer.status !== 429) return answer
    const seconds = Number(answer.headers.get('x-retry-after')) || 60
    throw new RoostError('rate_limited', `Too many tries. Try again in ${seconds} seconds.`, {
      retryAfterMs: seconds * 1000,
    })
  }

  return app
}
