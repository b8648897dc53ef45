import { Hono } from 'hono'
import { RoostError } from '../../lib/protocol/error.ts'
import { routes } from '../../lib/protocol/routes.ts'
import { addressOf } from '../traffic/address.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { OwnOrigins } from '../traffic/own-origin.ts'
import { toWire } from '../traffic/wire-error.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { createIdentify } from './caller.ts'
import { answerOrigins } from './cross-origin.ts'
import { addDoors } from './doors/add-doors.ts'
import type { HttpEnv } from './env.ts'
import { fileRoutes } from './files/file-routes.ts'
import { hasSession, refuseForeignOrigins } from './origin.ts'
import { refuse } from './refuse.ts'
import { requestLog } from './request-log.ts'
import { addCalls } from './routes/calls.ts'
import { healthRoutes } from './routes/health.ts'
import { lanRoutes } from './routes/lan.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { type ServeStream, streamCall } from './routes/stream.ts'
import { secureCookies } from './secure-cookies.ts'

/** All HTTP routes but the pages. */
export function createHttpApp(deps: GatewayDeps, serveStream: ServeStream): Hono<HttpEnv> {
  const { auth, calls, ownOrigins, otherOrigins, trustProxy } = deps
  const app = new Hono<HttpEnv>()

  app.use(requestLog(deps))
  app.use(async (c, next) => {
    c.set('address', addressOf(c.env.incoming, trustProxy))
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.route('/', healthRoutes(deps))
  app.route('/', metricsRoutes(deps))
  app.use('/v1/*', answerOrigins(otherOrigins))
  app.use(secureCookies)
  app.use((_c, next) => calls.run(next))
  app.route('/api/auth', accountRoutes(deps))
  app.get('/api/roost/welcome', async (c) => c.json({ signUp: await auth.signUp.isOpen() }))

  app.use('/v1/*', refuseForeignOrigins(ownOrigins.has, hasSession))
  // Needs no session: else a page elsewhere could use up the tries of its visitor's address.
  const mayJoin: OwnOrigins['has'] = (origin, request) =>
    otherOrigins.includes(origin) || ownOrigins.has(origin, request)
  const refuseStrangers = refuseForeignOrigins(mayJoin, () => true)
  for (const path of ['look', 'claim', 'claims/*']) app.use(`/v1/pairings/${path}`, refuseStrangers)
  const identify = createIdentify(deps)
  app.route('/api/roost/lan', lanRoutes(deps.lan, trustProxy, identify))
  // The doors come first: they look at JSON that is sent to `POST /`.
  addDoors(app, deps, identify)
  addCalls(app, deps, identify)
  if (deps.files) app.route('/', fileRoutes(deps.files, identify))
  app.get(routes.stream, streamCall(deps, identify, serveStream))
  app.get(routes.account, async (c) => {
    const { userId } = await identify.device(c)
    return c.json({ email: await auth.users.emailOf(userId), first: await auth.users.isFirst(userId) })
  })

  app.notFound((c) => refuse(c, toWire(new RoostError('not_found', 'there is no such call'), deps)))
  app.onError((error, c) => refuse(c, toWire(error, deps, c.get('requestId'))))
  return app
}
