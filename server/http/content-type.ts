import { RoostError } from '../../lib/protocol/error.ts'
import type { HttpContext } from './env.ts'

/** The whole `Content-Type` of a request, and its media type alone in lower case; empty when there is none. */
export const contentTypeOf = (c: HttpContext) => (c.req.header('content-type') ?? '').trim()
export const mediaTypeOf = (c: HttpContext) => (contentTypeOf(c).split(';')[0] ?? '').trim().toLowerCase()

/** @throws RoostError `invalid_request` for a text that does not say it is UTF-8 and says it is something else. */
export function refuseOtherCharsets(c: HttpContext): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentTypeOf(c))?.[1]
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new RoostError('invalid_request', 'Content-Type: charset must be utf-8')
}
