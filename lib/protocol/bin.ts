import * as v from 'valibot'
import { messageSchema } from './message.ts'
import { versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** `before`: texts with lower versions only, for the next page. */
export const binRequestSchema = object({ before: v.optional(versionSchema) })

/** Deleted posts and their edits as they were, newest first. A page holds 500 at most, and none once there is no more. */
export const binSchema = object({ messages: v.array(messageSchema) })
