import { Hono } from 'hono'
import { type Missing, readiness } from '../../core/readiness.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { setRetryAfter } from '../refuse.ts'

const RETRY_AFTER_MS = 5_000

/**
 * /healthz: this process answers. /readyz: it can serve, and is not about to stop. Balancers ask every second, so a
 * failure is logged once, and once more when it is over.
 */
export function healthRoutes({ parts, calls, log }: GatewayDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const away = new Set<string>()
  function failed(part: string, error: unknown) {
    if (!away.has(part)) log.warn({ part, err: error }, 'does not answer')
    away.add(part)
  }
  app.get('/healthz', (c) => c.json({ status: 'live' }))
  app.get('/readyz', async (c) => {
    if (!calls.isOpen()) return notReady(c, [{ part: 'server', why: 'the server is stopping' }], 1_000)
    const { ready, missing } = await readiness(parts, failed)
    for (const part of [...away].filter((it) => missing.every((found) => found.part !== it))) {
      away.delete(part)
      log.info({ part }, 'answers again')
    }
    if (!ready) return notReady(c, missing, RETRY_AFTER_MS)
    return c.json({ status: 'ready', ...(missing.length > 0 && { missing }) })
  })
  return app
}

function notReady(c: HttpContext, missing: Missing[], retryAfterMs: number) {
  const message = missing.map(({ part, why }) => `${part}: ${why}`).join('; ')
  const error = { code: 'unavailable', message, retryAfterMs } as const
  setRetryAfter(c, error)
  return c.json({ status: 'not ready', missing, error }, 503)
}
