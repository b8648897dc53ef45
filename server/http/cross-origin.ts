import type { MiddlewareHandler } from 'hono'
import type { HttpContext, HttpEnv } from './env.ts'

const EXPOSED = 'Location, Upload-Offset, Upload-Length, Tus-Resumable, ETag, Retry-After'
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const HEADERS = [
  ...['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID', 'Range', 'If-None-Match'],
  ...['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata', 'Upload-Checksum'],
  ...['X-Gotify-Key', 'Title', 'Message', 'Priority', 'Tags', 'Click', 'Attach', 'Filename', 'Markdown', 'Actions'],
].join(', ')
const PREFLIGHT_SECONDS = '600'

/**
 * Lets pages of these origins call with a token and read the answer. `Access-Control-Allow-Credentials` is never sent, so a
 * browser adds no cookie.
 */
export function answerOrigins(allowed: readonly string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (allowed.length > 0) c.header('Vary', 'Origin', { append: true })
    const origin = c.req.header('origin')
    if (origin === undefined || !allowed.includes(origin)) return next()
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', EXPOSED)
    if (isPreflight(c)) return answerPreflight(c)
    await next()
  }
}

const isPreflight = (c: HttpContext) =>
  c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined

function answerPreflight(c: HttpContext): Response {
  c.header('Access-Control-Allow-Methods', METHODS)
  c.header('Access-Control-Allow-Headers', HEADERS)
  c.header('Access-Control-Max-Age', PREFLIGHT_SECONDS)
  return c.body(null, 204)
}
