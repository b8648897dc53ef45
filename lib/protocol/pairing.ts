import * as v from 'valibot'
import { accessSchema } from './access.ts'
import { credentialsSchema, newDeviceSchema } from './device.ts'
import { uuidSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** `confirm`: a person at the inviting device has to admit the new one. Devices of wire 1.0 send nothing. */
export const newPairingSchema = object({
  confirm: v.optional(v.boolean(), false),
  access: v.optional(accessSchema, 'full'),
})

/** An invitation to become a device of the same user. `expiresAt` is ms since the epoch by the server's clock. */
export const pairingOfferSchema = object({
  // A server of wire 1.0 sends none.
  pairingId: v.optional(uuidSchema),
  code: v.string(),
  url: v.string(),
  expiresAt: v.number(),
})
export type PairingOffer = v.InferOutput<typeof pairingOfferSchema>

export const codeSchema = object({ code: v.string() })

/** Where a code leads. `account`: the e-mail address with most of its local part hidden; `offeredBy`: a name. */
export const lookSchema = object({
  account: v.string(),
  offeredBy: v.string(),
  confirm: v.boolean(),
  access: v.string(),
})
export type Look = v.InferOutput<typeof lookSchema>

export const claimSchema = object({ ...codeSchema.entries, ...newDeviceSchema.entries })

/** A claim that waits until a person has compared `check`, two digits, on both screens. */
export const waitingClaimSchema = object({
  claimId: uuidSchema,
  secret: v.string(),
  check: v.string(),
  expiresAt: v.number(),
})
export type WaitingClaim = v.InferOutput<typeof waitingClaimSchema>

export const claimAnswerSchema = v.union([credentialsSchema, waitingClaimSchema])
export type ClaimAnswer = v.InferOutput<typeof claimAnswerSchema>

export const secretSchema = object({ secret: v.string() })

/** Credentials once the claim is admitted; until then only how long it lives. */
export const collectAnswerSchema = v.union([credentialsSchema, object({ expiresAt: v.number() })])
export type CollectAnswer = v.InferOutput<typeof collectAnswerSchema>

export const decisionSchema = object({ accept: v.boolean() })

/** Tells the inviting device of a claim that it has to decide. */
export const pairingEventSchema = object({
  pairingId: uuidSchema,
  claimId: uuidSchema,
  name: v.string(),
  platform: v.string(),
  check: v.string(),
})
export type PairingEvent = v.InferOutput<typeof pairingEventSchema>

/** The claims that a device has to decide, for one without a live connection. */
export const waitingClaimsSchema = object({ claims: v.array(pairingEventSchema) })
