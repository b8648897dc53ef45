import { expect, test } from 'vitest'
import type { SendItem } from '../../../lib/protocol/send.ts'
import { nextDigest, payloadHash, showDigest } from './digest.ts'

const item: SendItem = {
  messageId: '00000000-0000-7000-8000-000000000001',
  receiverDeviceId: 'all',
  kind: 'edit',
  targetId: '00000000-0000-7000-8000-000000000002',
  contentType: 'text/plain',
  content: 'hello',
}

// Devices hold digests for years. A change of the encoding would tell every device that history has forked.
test('the encoding is the one that stored logs were written with', () => {
  const payload = payloadHash('sender', item)
  expect(payload).toBe('fe4ce323c727fd45dcaf044b8b855e58885e92a5efce34ca38480e3c29dd6d0a')
  expect(showDigest(nextDigest(new Uint8Array(16), item.messageId, payload))).toBe('OZG1PHbwc_Eo6_jn96VrhA')
})

test('when a message was composed makes no other payload', () => {
  expect(payloadHash('sender', { ...item, composedAt: 7 })).toBe(payloadHash('sender', item))
})

test.each([
  { receiverDeviceId: 'other' },
  { kind: 'delete' as const },
  { targetId: item.messageId },
  { contentType: 'text/html' },
  { content: 'hello ' },
  { files: [item.messageId] },
])('the payload hash depends on %o', (change) => {
  expect(payloadHash('sender', { ...item, ...change })).not.toBe(payloadHash('sender', item))
  expect(payloadHash('sende', item)).not.toBe(payloadHash('sender', item))
})

test('a digest fits the wire', () => {
  expect(showDigest(new Uint8Array(16).fill(0xfb))).toMatch(/^[\w-]{1,64}$/)
})
