import type * as v from 'valibot'
import { digestSchema, versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** A person has seen everything up to this version, on some device. */
export const markReadSchema = object({ version: versionSchema })

/** Each user has one such number, shared by all devices. It moves only forward, never past head. */
export const readUpToSchema = object({ readUpTo: versionSchema })

/** Where a user's inbox stands. */
export const inboxSchema = object({
  head: versionSchema,
  floor: versionSchema,
  digest: digestSchema,
  readUpTo: versionSchema,
})
export type Inbox = v.InferOutput<typeof inboxSchema>

/** The user's readUpTo has moved. The server tells every live device of the user, including the one that moved it. */
export const inboxEventSchema = object({ readUpTo: versionSchema, head: versionSchema })
export type InboxEvent = v.InferOutput<typeof inboxEventSchema>
