import { randomBytes } from 'node:crypto'
import { RoostError } from '../../lib/protocol/error.ts'
import { uuidSchema, uuidV7 } from '../../lib/protocol/values/ids.ts'
import { parse } from '../../lib/protocol/values/parse.ts'
import type { HttpContext } from './env.ts'

/** The messageId of a text: its `Idempotency-Key`, or a new one. @throws RoostError `invalid_request`. */
export function messageIdIn(c: HttpContext): string {
  const messageId = c.req.header('idempotency-key') ?? uuidV7(Date.now(), randomBytes(16))
  try {
    return parse(uuidSchema, messageId)
  } catch {
    throw new RoostError('invalid_request', 'Idempotency-Key: must be a lower-case UUID')
  }
}
