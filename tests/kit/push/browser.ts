import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { Subscription } from '../../../lib/protocol/push.ts'

/** The keys of a browser's push subscription, written after RFC 8291 and without the library that the server uses. */
export interface PushBrowser {
  subscription: Subscription
  /** @throws when the body was not encrypted for this browser. */
  decrypt(body: Buffer): string
}

export function createPushBrowser(endpoint: string): PushBrowser {
  const own = createECDH('prime256v1')
  own.generateKeys()
  const auth = randomBytes(16)

  return {
    subscription: {
      endpoint,
      keys: { p256dh: own.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
    },
    decrypt(body) {
      // Header of RFC 8188: salt, record size, length of the key id, and the sender's public key as the key id.
      const salt = body.subarray(0, 16)
      const sender = body.subarray(21, 21 + (body[20] ?? 0))
      const text = body.subarray(21 + sender.length)
      if (text.length > body.readUInt32BE(16)) throw new Error('more than one record')
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender])
      const secret = derive(own.computeSecret(sender), auth, info, 32)
      const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
      const cipher = createDecipheriv('aes-128-gcm', key, nonce)
      cipher.setAuthTag(text.subarray(-16))
      const padded = Buffer.concat([cipher.update(text.subarray(0, -16)), cipher.final()])
      // The last record ends with a 2 and perhaps zeros.
      const end = padded.lastIndexOf(2)
      if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('bad padding')
      return padded.subarray(0, end).toString()
    },
  }
}

const derive = (from: Buffer, salt: Buffer, info: string | Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', from, salt, info, length))
