import * as v from 'valibot'
import { uuidSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** Something that happened in the account. Names are as they were then. */
export const activitySchema = object({
  id: uuidSchema,
  /** ms since the epoch by the server's clock. */
  at: v.number(),
  /** `joined`, `left` (signed out), `removed`, `renamed`, `signedIn`, `passwordChanged`, `passkeyAdded`,
   * `passkeyRemoved`, `invited` (somebody may make an account), `accountRemoved`, `deleted`, or what a later version adds. */
  what: v.string(),
  /** The name of the device that did it; absent: a person who was signed in. */
  by: v.optional(v.string()),
  /** The browser or program of that person, as it called itself. */
  agent: v.optional(v.string()),
  /** The name of the device that it was done to. */
  device: v.optional(v.string()),
  /** Its new name. */
  name: v.optional(v.string()),
  /** How many texts were deleted. */
  count: v.optional(v.number()),
})
export type Activity = v.InferOutput<typeof activitySchema>

/** `before`: events before this one only, for the next page. */
export const activityRequestSchema = object({ before: v.optional(uuidSchema) })

/** Events of a page. */
export const ACTIVITY_PAGE = 200

/** Newest first; at most a page, of the last 90 days. */
export const activityListSchema = object({ activity: v.array(activitySchema) })
