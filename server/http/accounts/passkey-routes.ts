import { Hono } from 'hono'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { requireFresh } from '../fresh-session.ts'
import { readFields } from './account-fields.ts'
import { passToLibrary } from './pass.ts'

/** `/api/auth/passkey`: adding and removing one needs a fresh sign-in; each signs in like the password. */
export function passkeyRoutes(deps: GatewayDeps): Hono<HttpEnv> {
  const { auth, mother, rateLimits } = deps
  const app = new Hono<HttpEnv>()
  const pass = passToLibrary(deps)
  const agent = (c: HttpContext) => c.req.header('user-agent') ?? ''

  const freshSession = (c: HttpContext) => requireFresh(auth, c.req.raw.headers)

  app.get('/generate-register-options', async (c) => {
    await freshSession(c)
    return pass(c)
  })
  app.post('/verify-registration', async (c) => {
    const fields = await readFields(c, '/passkey/verify-registration')
    const { userId } = await freshSession(c)
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
    const { userId } = await freshSession(c)
    const answer = await pass(c, fields)
    if (answer.ok) await mother.noteSignIn(userId, 'passkeyRemoved', agent(c))
    return answer
  })
  return app
}
