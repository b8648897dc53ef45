import * as v from 'valibot'
import { versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** In characters. */
const MOST_ENDPOINT = 2_048

/** Bytes in base64url, as browsers write keys. */
const base64url = (bytes: number, what: string) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`), `must be ${what} in base64url, unpadded`),
  )

/** A browser's PushSubscription as its toJSON() gives it: other fields are left out. */
export const subscriptionSchema = object({
  endpoint: v.pipe(
    v.string(),
    v.maxLength(MOST_ENDPOINT, `must have at most ${MOST_ENDPOINT} characters`),
    v.url('must be a URL'),
    v.startsWith('https:', 'must begin with https:'),
  ),
  keys: object({
    /** The browser's public key: a point of the curve P-256, uncompressed. */
    p256dh: base64url(65, '65 bytes'),
    auth: base64url(16, '16 bytes'),
  }),
})
export type Subscription = v.InferOutput<typeof subscriptionSchema>

/**
 * All that a push service carries, encrypted for the browser: something waits up to `head`. `unread` counts the posts
 * above readUpTo that the device can see and did not send.
 */
export const hintSchema = object({ head: versionSchema, unread: versionSchema })
export type Hint = v.InferOutput<typeof hintSchema>
