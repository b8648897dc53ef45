import { hash } from 'node:crypto'
import type { SendItem } from '../../../lib/protocol/send.ts'

/** Length of a history digest in bytes. */
export const DIGEST_BYTES = 16

/**
 * SHA-256 in hex of a payload as it was sent, defaults filled in. JSON of a fixed list is unambiguous: no two payloads
 * share one. The hash outlives a delete, so that the server still recognises a retry and the history digest still
 * holds.
 */
export function payloadHash(senderDeviceId: string, item: SendItem): string {
  const { receiverDeviceId, kind, targetId, contentType, content, files } = item
  const payload: unknown[] = [senderDeviceId, receiverDeviceId, kind, targetId ?? null, contentType, content]
  // A message without files keeps the hash that it had before there were any.
  if (files !== undefined) payload.push(files)
  return hash('sha256', JSON.stringify(payload), 'hex')
}

/** A digest, a messageId, a payload hash. Each part has a fixed length, so they need no separator. */
const ID_AT = DIGEST_BYTES
const PAYLOAD_AT = ID_AT + 36
const parts = Buffer.alloc(PAYLOAD_AT + 32)

/** The history digest after one more message. */
export function nextDigest(digest: Uint8Array, messageId: string, payload: string): Buffer {
  parts.set(digest)
  parts.write(messageId, ID_AT, 'latin1')
  parts.write(payload, PAYLOAD_AT, 'hex')
  return hash('sha256', parts, 'buffer').subarray(0, DIGEST_BYTES)
}

/** The form that devices get. */
export function showDigest(digest: Uint8Array): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('base64url')
}
