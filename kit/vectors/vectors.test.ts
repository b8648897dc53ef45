import { describe, expect, test } from 'vitest'
import { receive } from '../../lib/core/inbox/inbox.ts'
import { type Change, foldChange, foldPost, unchanged } from '../../lib/core/timeline/fold.ts'
import type { Batch } from '../../lib/protocol/batch.ts'
import { checkBatch } from '../../lib/protocol/check-batch.ts'
import type { Message } from '../../lib/protocol/message.ts'
import { checkSendItem } from '../../lib/protocol/send.ts'
import { hideMiddle } from '../../lib/protocol/values/hide-middle.ts'
import { readPairingCode } from '../../server/core/devices/pairing-code.ts'
import { nextDigest, payloadHash, showDigest } from '../../server/core/messages/digest.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'
import batchRule from './batch-rule.json' with { type: 'json' }
import digestChain from './digest-chain.json' with { type: 'json' }
import fold from './fold.json' with { type: 'json' }
import pairingCode from './pairing-code.json' with { type: 'json' }
import textForm from './text-form.json' with { type: 'json' }

test('digest-chain.json is the history digest that the server makes', () => {
  let digest: Uint8Array = Buffer.from(digestChain.digestAtVersion0, 'base64url')
  const steps = digestChain.steps.map((step, index) => {
    const checked = checkSendItem(step.send)
    if (!checked.ok) throw new Error(checked.error.message)
    const payload = payloadHash(step.senderDeviceId, checked.item)
    digest = nextDigest(digest, checked.item.messageId, payload)
    return { ...step, version: index + 1, payloadHash: payload, digest: showDigest(digest) }
  })
  expect(steps).toEqual(digestChain.steps)
})

describe('pairing-code.json is how the server reads and names', () => {
  test.each(pairingCode.codes)('$typed', ({ typed, code }) => expect(readPairingCode(typed)).toBe(code))
  test.each(pairingCode.accounts)('$email', ({ email, shown }) => expect(hideMiddle(email)).toBe(shown))
})

describe('batch-rule.json is the rule of the device', () => {
  test.each(batchRule.cases)('$what', ({ device, batch, outcome, then, stores }) => {
    expect(checkBatch(batch) === null).toBe(outcome === 'broken')
    const decide = () => receive(device, [batch as Batch])
    if (outcome === 'broken') expect(decide).toThrow('holds other versions')
    else expect(decide()).toEqual({ outcome, mark: then, messages: batch.messages.filter((it) => isIn(it, stores)) })
  })
})

const isIn = ({ version }: { version: number }, versions: readonly number[]) => versions.includes(version)

describe('fold.json is what the device shows', () => {
  test.each(fold.cases)('$what', ({ messages, shown }) => {
    const [post, ...changes] = messages as Message[]
    if (!post) throw new Error('every case begins with a post')
    const change = changes.reduce(foldChange, unchanged)
    const { message, deleted } = foldPost(post, change)
    const { contentType, content } = message
    expect(deleted ? { deleted } : { deleted, contentType, content, marks: marksOf(change) }).toEqual(shown)
  })
})

const marksOf = ({ marks = [] }: Change) =>
  Object.fromEntries(marks.filter((it) => it.value !== null).map((it) => [it.key, it.value]))

test('text-form.json is how the server takes a text', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  const { token } = device
  for (const { contentType, storedAs } of textForm.cases) {
    // Bytes, because fetch names a type of its own for a string.
    const headers: Record<string, string> = contentType === null ? {} : { 'Content-Type': contentType }
    const answer = await server.http('POST', '/', { token, headers, body: new TextEncoder().encode('text') })
    expect(answer.json).toMatchObject(
      storedAs === null ? { error: { code: 'invalid_request' } } : { results: [{ ok: true }] },
    )
  }
  for (const body of textForm.bodies) await server.http('POST', '/v1/messages', { token, body })
  const stored = await device.history()
  const types = textForm.cases.flatMap((it) => it.storedAs ?? [])
  expect(stored.slice(0, types.length).map((it) => it.contentType)).toEqual(types)
  expect(stored.slice(types.length).map((it) => it.content)).toEqual(textForm.bodies)
})
