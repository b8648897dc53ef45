import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { GatewayDeps } from '../deps.ts'
import type { HttpEnv } from './env.ts'

/** Live: this process answers. Ready: it can serve, and is not about to stop. */
export function healthRoutes({ mother, calls, log }: GatewayDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  app.get('/healthz', (c) => c.json({ status: 'live' }))
  app.get('/readyz', async (c) => {
    if (!calls.isOpen()) throw new RoostError('unavailable', 'the server is stopping', { retryAfterMs: 1_000 })
    try {
      await mother.check()
    } catch (error) {
      log.warn({ err: error }, 'not ready')
      throw new RoostError('unavailable', 'the store does not answer', { retryAfterMs: 5_000 })
    }
    return c.json({ status: 'ready' })
  })
  return app
}
