import { errorStatus, type ProtocolError } from '../../lib/protocol/error.ts'
import type { HttpContext } from './env.ts'

/** The response to every error of `/v1`: its status, `{ error }`, and `Retry-After` in seconds if there is one. */
export function refuse(c: HttpContext, error: ProtocolError) {
  setRetryAfter(c, error)
  return c.json({ error }, errorStatus[error.code])
}

/** The same for `/api/auth`, whose clients look for `code` and `message` at the top level. */
export function refuseAuth(c: HttpContext, error: ProtocolError) {
  setRetryAfter(c, error)
  return c.json({ ...error, error }, errorStatus[error.code])
}

export function setRetryAfter(c: HttpContext, error: Pick<ProtocolError, 'retryAfterMs'>): void {
  if (error.retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(error.retryAfterMs / 1000)))
}
