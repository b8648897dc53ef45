import { createPublicKey, verify } from 'node:crypto'

const DAY_SECONDS = 24 * 60 * 60

/** Says what is wrong with an Authorization by RFC 8292, or nothing. `key`: the one that the browser subscribed with. */
export function faultOfVapid(header: string | undefined, origin: string, key: string): string | undefined {
  const [, token = '', shown] = /^vapid t=([^,]+), ?k=([\w-]+)$/.exec(header ?? '') ?? []
  if (shown !== key) return 'another key than the subscription is for'
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(point, 1), y: coordinate(point, 33) }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  if (parse(head).alg !== 'ES256') return 'another algorithm'
  if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
    return 'a wrong signature'
  const { aud, exp, sub } = parse(claims)
  const now = Date.now() / 1_000
  if (aud !== origin) return `for another push service: ${aud}`
  if (!(exp > now && exp <= now + DAY_SECONDS)) return 'valid too long, or not at all'
  return /^(mailto:|https:)/.test(sub) ? undefined : 'no way to reach the sender'
}

const parse = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const coordinate = (point: Buffer, from: number) => point.subarray(from, from + 32).toString('base64url')
