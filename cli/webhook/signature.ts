import { createHmac } from 'node:crypto'

/** Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const PREFIX = 'whsec_'
const SECRET_BYTES = { min: 24, max: 64 } as const

/**
 * The secrets in a file, one a line, as `whsec_` and base64 of 24 to 64 bytes. Several of them let a receiver change its
 * secret: every call is signed with each. @throws RangeError
 */
export function secretsIn(text: string): Buffer[] {
  const lines = text.split(/\r?\n/).map((it) => it.trim())
  const secrets = lines.filter((it) => it !== '').map(secretOf)
  if (secrets.length === 0) throw new RangeError('it is empty')
  return secrets
}

function secretOf(line: string): Buffer {
  const typed = line.startsWith(PREFIX) ? line.slice(PREFIX.length) : line
  const secret = Buffer.from(typed, 'base64')
  if (secret.toString('base64').replace(/=+$/, '') !== typed.replace(/=+$/, '')) throw new RangeError('it is no base64')
  const { min, max } = SECRET_BYTES
  if (secret.length < min || secret.length > max) throw new RangeError(`it must have ${min} to ${max} bytes`)
  return secret
}

export interface Signed {
  /** The same for every try, so that a receiver knows a repetition. */
  id: string
  /** When this try begins, in ms since the epoch. Receivers refuse one that is more than minutes old. */
  at: number
  body: string
}

/** The headers by which a receiver knows who sent the body, and when. */
export function signatureHeaders({ id, at, body }: Signed, secrets: readonly Buffer[]): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000))
  const signatures = secrets.map(
    (it) => `v1,${createHmac('sha256', it).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  )
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
