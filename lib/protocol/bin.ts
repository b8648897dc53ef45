import * as v from 'valibot'
import { versionSchema } from './ids.ts'
import { messageSchema } from './message.ts'
import { object } from './object.ts'

/** `before`: texts with lower versions only, for the next page. */
export const binRequestSchema = object({ before: v.optional(versionSchema) })

/** Deleted posts as they were, newest first. A page holds 500 at most, and none once there is no more. */
export const binSchema = object({ messages: v.array(messageSchema) })
