import { hash } from 'node:crypto'
import type { Caller } from '../mother.ts'

const SECRET_BYTES = 32
const LONGEST = 512

/** `user.device.secret`. The user comes first, so that a store that is spread by user knows where to look. */
export function makeToken({ userId, deviceId }: Caller, randomBytes: (size: number) => Uint8Array): string {
  const secret = Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url')
  return `${Buffer.from(userId).toString('base64url')}.${deviceId}.${secret}`
}

/** Reads the device that this token names; null when it is no token. Proves nothing: compare its hash. */
export function readToken(token: string): Caller | null {
  const parts = token.length <= LONGEST ? token.split('.') : []
  const [user, deviceId, secret] = parts
  if (parts.length !== 3 || !user || !deviceId || !secret) return null
  return { userId: Buffer.from(user, 'base64url').toString(), deviceId }
}

export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
