import { createECDH } from 'node:crypto'

/** By this push services know the server (RFC 8292). */
export interface Vapid {
  subject: string
  publicKey: string
  privateKey: string
}

export function vapidOf(privateKey: string, subject: string): Vapid {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'))
  return { subject, publicKey: pair.getPublicKey().toString('base64url'), privateKey }
}
