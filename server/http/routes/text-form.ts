import { RoostError } from '../../../lib/protocol/error.ts'
import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import type { SendRequest } from '../../../lib/protocol/send.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { decodeText, readBody } from '../body.ts'
import { contentTypeOf, mediaTypeOf, refuseOtherCharsets } from '../content-type.ts'
import type { HttpContext } from '../env.ts'
import { messageIdIn } from '../message-id.ts'

/** `curl -d` calls a text a form. */
const PLAIN = ['', 'application/x-www-form-urlencoded', DEFAULT_CONTENT_TYPE]

/** The body is the content of one message, and no JSON call. */
export const isText = (c: HttpContext) => mediaTypeOf(c) !== 'application/json'

/** The message whose content is the body of this request. @throws RoostError `invalid_request`, `payload_too_large`. */
export async function readText(c: HttpContext): Promise<SendRequest> {
  if (mediaTypeOf(c) === 'multipart/form-data') {
    throw new RoostError(
      'invalid_request',
      'Content-Type: this takes no files, send the text as it is (curl -d, not -F)',
    )
  }
  refuseOtherCharsets(c)
  const messageId = messageIdIn(c)
  const content = decodeText(await readBody(c.req.raw))
  const contentType = PLAIN.includes(mediaTypeOf(c)) ? DEFAULT_CONTENT_TYPE : contentTypeOf(c)
  return { messageId, receiverDeviceId: c.req.query('to') ?? ALL, content, contentType }
}
