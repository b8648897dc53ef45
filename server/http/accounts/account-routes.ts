import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Session } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { networksOf } from '../../traffic/guessing/network-limiter.ts'
import { createPasswordQueue } from '../../traffic/guessing/password-queue.ts'
import { toWire } from '../../traffic/wire-error.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { requireFresh } from '../fresh-session.ts'
import { refuseForeignOrigins } from '../origin.ts'
import { refuseAuth } from '../refuse.ts'
import { accountKey, isWrongPassword, readFields } from './account-fields.ts'
import { passToLibrary } from './pass.ts'
import { passkeyRoutes } from './passkey-routes.ts'

/** `/api/auth`: the few calls of the account library that Roost uses; the others answer 404. */
export function accountRoutes(deps: GatewayDeps): Hono<HttpEnv> {
  const { auth, knownBrowsers, mother, ownOrigins, rateLimits } = deps
  const app = new Hono<HttpEnv>()
  const pass = passToLibrary(deps)
  const passwords = createPasswordQueue()
  // Applies without a session, too: a foreign page must not sign a person in to another account either.
  app.use(refuseForeignOrigins(ownOrigins.has, () => true))
  // The body is read before the queue, so that a slow sender does not keep others waiting.
  app.post('/sign-up/email', async (c) => {
    const { invitation, ...fields } = await readFields(c, '/sign-up/email')
    await rateLimits.account('sign-up', c.get('address'))
    return passwords.run(networkOf(c), () => auth.signUp.run(() => pass(c, fields), invitation))
  })
  app.post('/sign-in/email', async (c) => {
    const fields = await readFields(c, '/sign-in/email')
    const answer = await tryPassword(c, fields.email, fields)
    if (!answer.ok) return answer
    await note(c, (await answer.clone().json()).user.id, 'signedIn')
    const known = new Response(answer.body, answer)
    known.headers.append('set-cookie', knownBrowsers.remember(getCookie(c), accountKey(fields.email)))
    return known
  })
  app.post('/change-password', async (c) => {
    const fields = await readFields(c, '/change-password')
    const { email, userId } = await requireSession(c)
    const answer = await tryPassword(c, email, { ...fields, revokeOtherSessions: true })
    if (answer.ok) await note(c, userId, 'passwordChanged')
    return answer
  })
  app.post('/delete-user', async (c) => {
    const fields = await readFields(c, '/delete-user')
    const { email } = await requireSession(c)
    return tryPassword(c, email, fields)
  })
  app.route('/passkey', passkeyRoutes(deps))
  app.get('/list-sessions', (c) => pass(c))
  // A thief with an old cookie must not end each new sign-in of the owner.
  app.post('/revoke-session', async (c) => {
    const fields = await readFields(c, '/revoke-session')
    await requireFresh(auth, c.req.raw.headers)
    return pass(c, fields)
  })
  app.post('/revoke-other-sessions', async (c) => {
    await readFields(c, '/revoke-other-sessions', {})
    await auth.endOthers(await requireFresh(auth, c.req.raw.headers))
    return c.json({ status: true })
  })
  app.post('/sign-out', async (c) => pass(c, await readFields(c, '/sign-out', {})))
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

  const note = (c: HttpContext, userId: string, what: 'signedIn' | 'passwordChanged') =>
    mother.noteSignIn(userId, what, c.req.header('user-agent') ?? '')

  async function tryPassword(c: HttpContext, email: string | undefined, fields: object): Promise<Response> {
    const account = accountKey(email)
    const browser = knownBrowsers.find(getCookie(c), account)
    const run = () => passwords.run(browser ?? networkOf(c), () => pass(c, fields))
    return rateLimits.password({ account, address: c.get('address'), browser }, run, isWrongPassword)
  }

  return app
}

/** The widest network of the caller: somebody with a million addresses of it has one turn. */
const networkOf = (c: HttpContext) => networksOf(c.get('address')).at(-1) ?? ''
