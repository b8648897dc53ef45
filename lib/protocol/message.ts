import * as v from 'valibot'
import { fileIdsSchema } from './files.ts'
import { limits } from './limits.ts'
import { receiverSchema, uuidSchema, versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'
import { isStorableText } from './values/text.ts'

export const kindSchema = v.picklist(['post', 'edit', 'delete', 'mark'])
export type Kind = v.InferOutput<typeof kindSchema>

export const contentTypeSchema = v.pipe(
  v.string(),
  v.regex(/^[\x20-\x7e]+$/, 'must be printable characters'),
  v.maxLength(limits.contentTypeLength, `must have at most ${limits.contentTypeLength} characters`),
)

export const DEFAULT_CONTENT_TYPE = 'text/plain'

/** The server checks the size separately (`payload_too_large`). It never trims or normalises content. */
export const contentSchema = v.pipe(v.string(), v.check(isStorableText, 'must be well-formed Unicode without U+0000'))

/** ms since the epoch by the sender's clock, which may be wrong: only to be shown. */
export const composedAtSchema = versionSchema

/**
 * A message as the server stores it. `timestamp` is ms since the epoch by the server's clock: for display, never for
 * order.
 */
export const messageSchema = object({
  version: v.pipe(versionSchema, v.minValue(1)),
  messageId: uuidSchema,
  senderDeviceId: uuidSchema,
  receiverDeviceId: receiverSchema,
  /** A value of `kindSchema`, or one that a later version of the wire has added. */
  kind: v.string(),
  targetId: v.optional(uuidSchema),
  targetVersion: v.optional(versionSchema),
  contentType: v.string(),
  content: v.string(),
  timestamp: v.number(),
  composedAt: v.optional(composedAtSchema),
  files: v.optional(fileIdsSchema),
})

export type Message = v.InferOutput<typeof messageSchema>
