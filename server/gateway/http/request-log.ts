import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Log } from '../../log.ts'
import type { HttpEnv } from './env.ts'

/** Gives each request its id, said in `X-Request-Id`, and logs what became of it: never a query, a header or a body. */
export function requestLog(log: Log): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = randomUUID()
    const began = performance.now()
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    await next()
    const status = c.res.status
    const line = {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(performance.now() - began),
    }
    if (status === 500) log.error(line, 'request')
    else log.debug(line, 'request')
  }
}
