import * as v from 'valibot'
import { object } from './values/object.ts'

/** The version of the wire that this program speaks. */
export const PROTOCOL = '1.1'

/** The features of this version beyond wire 1.0. A server that has switched one off leaves its name out. */
export const FEATURES: readonly string[] = ['read', 'marks', 'access', 'confirm', 'files', 'push', 'stream']

export const aboutSchema = object({
  product: v.literal('roost'),
  version: v.string(),
  protocol: v.string(),
  features: v.array(v.string()),
  /** The server lets these people make an account: the first person only, everybody, or nobody. */
  signup: v.picklist(['first', 'open', 'closed']),
  accountExists: v.boolean(),
  /** The server's public key for push subscriptions, in base64url; absent: it sends no Web Push. */
  pushKey: v.optional(v.string()),
})
export type About = v.InferOutput<typeof aboutSchema>
