import { isUtf8 } from 'node:buffer'
import { getMimeType } from 'hono/utils/mime'
import { RoostError } from '../../../../lib/protocol/error.ts'
import { limits } from '../../../../lib/protocol/limits.ts'
import { decodeText, readBody } from '../../body.ts'
import { contentTypeOf, mediaTypeOf, refuseOtherCharsets } from '../../content-type.ts'
import type { HttpContext } from '../../env.ts'
import type { Attachment } from '../attachment.ts'
import { filesOf } from '../form.ts'

export type Body = { text: string } | { attachment: Attachment }

/**
 * The body of a request is a text, unless it has a file's name, is longer than a message may be, or is no UTF-8: ntfy's
 * rule. A body that says its length goes to the file store as it comes. @throws RoostError `payload_too_large`.
 */
export async function readTextOrFile(c: HttpContext, filename: string | undefined): Promise<Body> {
  const length = lengthOf(c)
  const isLong = length !== undefined && length > limits.contentBytes
  if (length !== undefined && (isLong || filename !== undefined)) {
    return { attachment: attachmentOf(c, filename, length, c.req.raw.body ?? once(new Uint8Array())) }
  }
  const bytes = await readBody(c.req.raw)
  if (filename === undefined && bytes.length <= limits.contentBytes && isUtf8(bytes)) {
    refuseOtherCharsets(c)
    return { text: decodeText(bytes).trim() }
  }
  return { attachment: attachmentOf(c, filename, bytes.length, once(bytes)) }
}

/** Only a text may stand beside a file elsewhere. @throws RoostError `invalid_request`, `payload_too_large`. */
export async function readTextOnly(c: HttpContext): Promise<string> {
  const bytes = await readBody(c.req.raw)
  refuseOtherCharsets(c)
  return decodeText(bytes).trim()
}

/** The files of a multipart form, as Apprise and `curl -F` send them. `filename` names the first. */
export function attachmentsIn(c: HttpContext, form: FormData, filename: string | undefined): Attachment[] {
  return filesOf(form).map((file, index) => {
    const name = index === 0 && filename !== undefined ? filename : file.name
    const type = file.type === '' || file.type === UNKNOWN ? (getMimeType(name) ?? '') : file.type
    return { name, type, size: file.size, bytes: file.stream(), end: endOf(c) }
  })
}

const UNKNOWN = 'application/octet-stream'
/** `curl -d` calls everything a form. */
const SAYS_NOTHING = ['', UNKNOWN, 'application/x-www-form-urlencoded']

function attachmentOf(
  c: HttpContext,
  filename: string | undefined,
  size: number,
  bytes: AsyncIterable<Uint8Array>,
): Attachment {
  const isTyped = !SAYS_NOTHING.includes(mediaTypeOf(c))
  const type = isTyped ? contentTypeOf(c) : (getMimeType(filename ?? '') ?? '')
  const name = filename ?? (type.startsWith('text/') ? 'attachment.txt' : 'attachment.bin')
  return { name, type, size, bytes, end: endOf(c) }
}

const endOf = (c: HttpContext) => () => void c.env.incoming.destroy()

function lengthOf(c: HttpContext): number | undefined {
  const text = c.req.header('content-length')
  if (text === undefined) return undefined
  const length = Number(text)
  if (Number.isSafeInteger(length)) return length
  throw new RoostError('payload_too_large', 'Content-Length: is beyond every limit')
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes
}
