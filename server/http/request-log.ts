import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { requestIdOf } from '../core/request-id.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { HttpEnv } from './env.ts'

/**
 * Gives each request an id, returns it as `X-Request-Id`, and logs the outcome. Logs no query, header or body, and the
 * path only as the route's pattern, because the rest comes from outside.
 */
export function requestLog({ log, trustProxy }: GatewayDeps): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = requestIdOf(c.env.incoming.headers, trustProxy)
    const began = performance.now()
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    await next()
    const status = c.res.status
    const line = {
      requestId,
      method: c.req.method,
      path: routePath(c, -1),
      status,
      ms: Math.round(performance.now() - began),
    }
    if (status === 500) log.error(line, 'request')
    else log.debug(line, 'request')
  }
}
