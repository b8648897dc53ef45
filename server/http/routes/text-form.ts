import { randomBytes } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import type { SendRequest } from '../../../lib/protocol/send.ts'
import { ALL, uuidSchema, uuidV7 } from '../../../lib/protocol/values/ids.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import { decodeText, readBody } from '../body.ts'
import type { HttpContext } from '../env.ts'

/** `curl -d` calls a text a form. */
const PLAIN = ['', 'application/x-www-form-urlencoded', DEFAULT_CONTENT_TYPE]

const headerOf = (c: HttpContext) => (c.req.header('content-type') ?? '').trim()
const mediaType = (c: HttpContext) => (headerOf(c).split(';')[0] ?? '').trim().toLowerCase()

/** The body is the content of one message, and no JSON call. */
export const isText = (c: HttpContext) => mediaType(c) !== 'application/json'

/** The message whose content is the body of this request. @throws RoostError `invalid_request`, `payload_too_large`. */
export async function readText(c: HttpContext): Promise<SendRequest> {
  if (mediaType(c) === 'multipart/form-data') {
    throw new RoostError(
      'invalid_request',
      'Content-Type: this takes no files, send the text as it is (curl -d, not -F)',
    )
  }
  refuseOtherCharsets(c)
  const messageId = c.req.header('idempotency-key') ?? uuidV7(Date.now(), randomBytes(16))
  refuseOtherIds(messageId)
  const content = decodeText(await readBody(c.req.raw))
  const contentType = PLAIN.includes(mediaType(c)) ? DEFAULT_CONTENT_TYPE : headerOf(c)
  return { messageId, receiverDeviceId: c.req.query('to') ?? ALL, content, contentType }
}

function refuseOtherCharsets(c: HttpContext): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headerOf(c))?.[1]
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new RoostError('invalid_request', 'Content-Type: charset must be utf-8')
}

function refuseOtherIds(messageId: string): void {
  try {
    parse(uuidSchema, messageId)
  } catch {
    throw new RoostError('invalid_request', 'Idempotency-Key: must be a lower-case UUID')
  }
}
