import * as v from 'valibot'
import { type ProtocolError, protocolErrorSchema } from './error.ts'
import { fileIdsSchema } from './files.ts'
import { limits } from './limits.ts'
import { checkMark } from './mark.ts'
import { composedAtSchema, contentSchema, contentTypeSchema, DEFAULT_CONTENT_TYPE, kindSchema } from './message.ts'
import { receiverSchema, uuidSchema, versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'
import { explain } from './values/parse.ts'
import { exceedsUtf8 } from './values/text.ts'
import { wakeSchema } from './wake.ts'

export const sendRequestSchema = v.pipe(
  object({
    messageId: uuidSchema,
    receiverDeviceId: receiverSchema,
    content: contentSchema,
    contentType: v.optional(contentTypeSchema, DEFAULT_CONTENT_TYPE),
    kind: v.optional(kindSchema, 'post'),
    targetId: v.optional(uuidSchema),
    composedAt: v.optional(composedAtSchema),
    files: v.optional(fileIdsSchema),
    /** A post wakes sleeping devices; an edit, a delete or a mark never does. No message that devices get carries it. */
    wake: v.optional(wakeSchema),
  }),
  v.check(
    (it) => it.kind === 'post' || it.targetId !== undefined,
    'targetId: an edit, a delete or a mark names its target',
  ),
  v.check((it) => it.kind !== 'post' || it.targetId === undefined, 'targetId: a post has no target'),
  v.check(
    (it) => it.files === undefined || it.kind === 'post' || it.kind === 'edit',
    'files: a delete or a mark carries none',
  ),
)

export type SendRequest = v.InferInput<typeof sendRequestSchema>
/** A checked SendRequest with its defaults filled in. */
export type SendItem = v.InferOutput<typeof sendRequestSchema>

/** Senders put SendRequests in. The server trusts no item before checkSendItem has checked it. */
const uncheckedSchema = v.unknown() as v.GenericSchema<SendRequest, unknown>

/** A request as a whole. A fault in one item refuses that item, never the items around it. */
export const sendEnvelopeSchema = object({
  messages: v.pipe(
    v.array(uncheckedSchema),
    v.minLength(1, 'must have at least 1 message'),
    v.maxLength(limits.sendItems, `must have at most ${limits.sendItems} messages`),
  ),
})

export type CheckedItem = { ok: true; item: SendItem } | { ok: false; error: ProtocolError }

/** Checks one item of a send. Server and composer share it, so that both refuse the same items. */
export function checkSendItem(input: unknown): CheckedItem {
  const result = v.safeParse(sendRequestSchema, input, { abortEarly: true })
  if (!result.success) return { ok: false, error: { code: 'invalid_request', message: explain(result.issues[0]) } }
  if (exceedsUtf8(result.output.content, limits.contentBytes)) {
    const message = `content: must have at most ${limits.contentBytes} bytes of UTF-8`
    return { ok: false, error: { code: 'payload_too_large', message } }
  }
  return result.output.kind === 'mark' ? checkMarkItem(result.output) : { ok: true, item: result.output }
}

function checkMarkItem(item: SendItem): CheckedItem {
  const mark = checkMark(item.contentType, item.content)
  return mark.ok ? { ok: true, item } : { ok: false, error: { code: mark.code, message: mark.message } }
}

/** The messageId of an item that may be wrong in every other way; null if there is no UUID. */
export function messageIdOf(input: unknown): string | null {
  const result = v.safeParse(object({ messageId: uuidSchema }), input)
  return result.success ? result.output.messageId : null
}

export const sendResultSchema = v.variant('ok', [
  object({
    messageId: uuidSchema,
    ok: v.literal(true),
    version: versionSchema,
    timestamp: v.number(),
    duplicate: v.boolean(),
  }),
  object({ messageId: v.nullable(v.string()), ok: v.literal(false), error: protocolErrorSchema }),
])

export type SendResult = v.InferOutput<typeof sendResultSchema>

/** The server answers the results in the order of the messages. */
export const sendAnswerSchema = object({ results: v.array(sendResultSchema) })
