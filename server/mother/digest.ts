import { hash } from 'node:crypto'
import type { SendItem } from '../../lib/protocol/send.ts'

/** Bytes of a history digest. */
export const DIGEST_BYTES = 16

/**
 * SHA-256 of a payload as it was sent, defaults filled in. JSON of a fixed list is unambiguous: no two payloads share one.
 * It outlives a delete, so that a retry is still recognised and the history digest still holds.
 */
export function payloadHash(senderDeviceId: string, item: SendItem): Buffer {
  const { receiverDeviceId, kind, targetId, contentType, content } = item
  const payload = [senderDeviceId, receiverDeviceId, kind, targetId ?? null, contentType, content]
  return hash('sha256', JSON.stringify(payload), 'buffer')
}

/** The history digest after one more message. Every part has a fixed length, so that nothing needs a separator. */
export function nextDigest(digest: Uint8Array, messageId: string, payload: Uint8Array): Buffer {
  const parts = Buffer.concat([digest, Buffer.from(messageId, 'latin1'), payload])
  return hash('sha256', parts, 'buffer').subarray(0, DIGEST_BYTES)
}

/** As devices are shown it. */
export function showDigest(digest: Uint8Array): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('base64url')
}
