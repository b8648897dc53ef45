import { isIP } from 'node:net'
import { hostOf } from '../core/push/check-subscription.ts'
import { isPublicAddress } from '../core/push/public-address.ts'

/** Push services want an address, also of an operator who has set none. It leads nowhere. */
const NOBODY = 'mailto:operator@roost.invalid'

/** Where push services find the operator. Apple's refuses a local address. */
export function subjectOf(baseUrl: string | undefined, contact: string | undefined): string {
  return contact ?? (baseUrl !== undefined && isPublicUrl(baseUrl) ? baseUrl : NOBODY)
}

export function isPublicUrl(text: string): boolean {
  const url = new URL(text)
  const host = hostOf(url)
  if (url.protocol !== 'https:') return false
  return isIP(host)
    ? isPublicAddress(host)
    : /\.[a-z][a-z0-9-]+$/i.test(host) && !/\.(local|localhost|internal|lan|home\.arpa)$/i.test(host)
}
