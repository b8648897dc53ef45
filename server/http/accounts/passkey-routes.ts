import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import { FRESH_MS, type Session } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { readFields } from './account-fields.ts'
import { passToLibrary } from './pass.ts'

/** `/api/auth/passkey`: adding and removing one needs a fresh sign-in; each signs in like the password. */
export function passkeyRoutes(deps: GatewayDeps): Hono<HttpEnv> {
  const { auth, mother, rateLimits } = deps
  const app = new Hono<HttpEnv>()
  const pass = passToLibrary(deps)
  const agent = (c: HttpContext) => c.req.header('user-agent') ?? ''

  async function requireFresh(c: HttpContext): Promise<Session> {
    const session = await auth.sessionOf(c.req.raw.headers)
    if (session && Date.now() - session.signedInAt < FRESH_MS) return session
    throw new RoostError('forbidden', 'This needs a person who has signed in within the last 10 minutes: sign in again')
  }

  app.get('/generate-register-options', async (c) => {
    await requireFresh(c)
    return pass(c)
  })
  app.post('/verify-registration', async (c) => {
    const fields = await readFields(c, '/passkey/verify-registration')
    const { userId } = await requireFresh(c)
    const answer = await pass(c, fields)
    if (answer.ok) await mother.noteSignIn(userId, 'passkeyAdded', agent(c))
    return answer
  })
  // Each of these writes a challenge, and anybody may ask.
  app.get('/generate-authenticate-options', async (c) => {
    await rateLimits.account('passkey', c.get('address'))
    return pass(c)
  })
  app.post('/verify-authentication', async (c) => {
    const answer = await pass(c, await readFields(c, '/passkey/verify-authentication'))
    if (answer.ok) await mother.noteSignIn((await answer.clone().json()).session.userId, 'signedIn', agent(c))
    return answer
  })
  app.get('/list-user-passkeys', (c) => pass(c))
  app.post('/delete-passkey', async (c) => {
    const fields = await readFields(c, '/passkey/delete-passkey')
    const { userId } = await requireFresh(c)
    const answer = await pass(c, fields)
    if (answer.ok) await mother.noteSignIn(userId, 'passkeyRemoved', agent(c))
    return answer
  })
  return app
}
