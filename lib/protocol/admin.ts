import * as v from 'valibot'
import { object } from './values/object.ts'

/** An account as the person sees it who has the first one: how much, never what. Times are ms since the epoch. */
export const accountSchema = object({
  accountId: v.string(),
  email: v.string(),
  createdAt: v.number(),
  /** Absent: it has no device. */
  lastSeen: v.optional(v.number()),
  devices: v.number(),
  messages: v.number(),
  /** The size of all texts in UTF-8. */
  bytes: v.number(),
  /** The account that asks. */
  own: v.boolean(),
})
export type Account = v.InferOutput<typeof accountSchema>

export const openInvitationSchema = object({ invitationId: v.string(), createdAt: v.number(), expiresAt: v.number() })
export type OpenInvitation = v.InferOutput<typeof openInvitationSchema>

/** Accounts: oldest first; invitations that nobody has used: newest first. */
export const adminSchema = object({
  version: v.string(),
  accounts: v.array(accountSchema),
  invitations: v.array(openInvitationSchema),
  /** The server can make a backup itself. A database of its own has its own tools. */
  backup: v.boolean(),
})
export type Admin = v.InferOutput<typeof adminSchema>

/** The server shows `url` once. */
export const newInvitationSchema = object({ ...openInvitationSchema.entries, url: v.string() })
export type NewInvitation = v.InferOutput<typeof newInvitationSchema>

/** A finding of `doctor`, in its words. `bad`: it does not work, or will not for long; `warn`: it works, and one should know. */
export const findingSchema = object({
  state: v.picklist(['ok', 'warn', 'bad']),
  part: v.string(),
  says: v.string(),
  todo: v.optional(v.string()),
})
export type Finding = v.InferOutput<typeof findingSchema>

export const healthSchema = object({ findings: v.array(findingSchema) })

/** A file on the server's machine. `contents`: such as "4 messages and 2 devices of 1 account". */
export const backupSchema = object({ file: v.string(), contents: v.string() })
export type Backup = v.InferOutput<typeof backupSchema>
