import type * as v from 'valibot'
import { digestSchema, versionSchema } from './ids.ts'
import { object } from './object.ts'

/** A person has seen everything up to this version, on some device. */
export const markReadSchema = object({ version: versionSchema })

/** One number per user, shared by all devices. It moves only forward, never past head. */
export const readUpToSchema = object({ readUpTo: versionSchema })

/** Where a user's inbox stands. */
export const inboxSchema = object({
  head: versionSchema,
  floor: versionSchema,
  digest: digestSchema,
  readUpTo: versionSchema,
})
export type Inbox = v.InferOutput<typeof inboxSchema>

/** readUpTo has moved. Every live device of the user is told, also the one that moved it. */
export const inboxEventSchema = object({ readUpTo: versionSchema, head: versionSchema })
export type InboxEvent = v.InferOutput<typeof inboxEventSchema>
