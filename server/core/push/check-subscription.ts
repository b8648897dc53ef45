import { createECDH } from 'node:crypto'
import { isIP } from 'node:net'
import { RoostError } from '../../../lib/protocol/error.ts'
import { type Subscription, subscriptionSchema } from '../../../lib/protocol/push.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import { isPublicAddress } from './public-address.ts'

/** The host of a URL without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/**
 * Refuses what can never work, or would let a device call machines in the server's network. A name is looked up when it is
 * called. @throws RoostError `invalid_request`.
 */
export function checkSubscription(payload: unknown): Subscription {
  const { endpoint, keys } = parse(subscriptionSchema, payload)
  // The URL parser knows every spelling of an address: 0x7f.1 is 127.0.0.1.
  const url = new URL(endpoint)
  const host = hostOf(url)
  if (url.protocol !== 'https:') throw wrong('endpoint: must begin with https:')
  if (url.username || url.password) throw wrong('endpoint: must have no user name')
  if (/(^|\.)localhost\.?$/.test(host) || (isIP(host) && !isPublicAddress(host)))
    throw wrong('endpoint: must be an address in the public internet')
  if (!isPoint(keys.p256dh)) throw wrong('keys.p256dh: must be a point of the curve P-256')
  return { endpoint: url.href, keys: { p256dh: keys.p256dh, auth: keys.auth } }
}

const wrong = (message: string) => new RoostError('invalid_request', message)

function isPoint(key: string): boolean {
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    own.computeSecret(Buffer.from(key, 'base64url'))
    return true
  } catch {
    return false
  }
}
