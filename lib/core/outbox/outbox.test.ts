import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { SendResult } from '../../protocol/send.ts'
import type { OutboxEntry } from '../ports.ts'
import { fitRequest, isArrival, itemBytes, settled, settleEntry, waitAgain } from './outbox.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`
const entry = (seq: number, content = ''): OutboxEntry => ({
  seq,
  request: { messageId: idOf(seq), receiverDeviceId: 'all', content },
  composedAt: 0,
  state: 'waiting',
})
const stored: SendResult = { messageId: idOf(1), ok: true, version: 7, timestamp: 9, duplicate: false }
const refused = (code: 'conflict' | 'unavailable' | 'rate_limited' | 'internal'): SendResult => ({
  messageId: idOf(1),
  ok: false,
  error: { code, message: 'no' },
})

describe('what one request carries', () => {
  test('nothing, one, and one that is larger than a request should be', () => {
    expect(fitRequest([])).toBe(0)
    expect(fitRequest([entry(1)])).toBe(1)
    expect(fitRequest([entry(1, 'a'.repeat(limits.requestTargetBytes)), entry(2)])).toBe(1)
  })

  test('no more items than a request may have', () => {
    expect(fitRequest(Array.from({ length: 800 }, (_, index) => entry(index)))).toBe(limits.sendItems)
    expect(fitRequest(Array.from({ length: limits.sendItems }, (_, index) => entry(index)))).toBe(limits.sendItems)
  })

  test('as many as fit, and never one more', () => {
    // The limit counts bytes of UTF-8, including JSON's escapes.
    const content = fc
      .tuple(fc.constantFrom('a', 'é', '漢', '🪺', '"', '\n'), fc.nat(30_000))
      .map(([it, n]) => it.repeat(n))
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 40 }), (contents) => {
        const waiting = contents.map((it, index) => entry(index, it))
        const count = fitRequest(waiting)
        const bytesOf = (n: number) =>
          Buffer.byteLength(JSON.stringify(waiting.slice(0, n).map((it) => it.request))) - 1
        expect(count).toBeGreaterThan(0)
        if (count > 1) expect(bytesOf(count)).toBeLessThanOrEqual(limits.requestTargetBytes)
        if (count < waiting.length) expect(bytesOf(count + 1)).toBeGreaterThan(limits.requestTargetBytes)
      }),
      { numRuns: 30 },
    )
  })

  test('bytes are counted as they travel', () => {
    const { request } = entry(1, 'é"🪺\n')
    expect(itemBytes(request)).toBe(Buffer.byteLength(JSON.stringify(request)) + 1)
  })
})

describe('a message that comes in under the id of an entry', () => {
  const waiting = entry(1)
  const { seq, request, composedAt } = waiting
  const sent: OutboxEntry = { seq, request, composedAt, state: 'sent', version: 7, timestamp: 9 }
  const failed = (code: 'conflict' | 'unknown_receiver'): OutboxEntry => {
    return { seq, request, composedAt, state: 'failed', error: { code, message: 'no' } }
  }
  const message = (senderDeviceId: string, part: Partial<Message> = {}): Message => {
    const place = { version: 7, timestamp: 9, senderDeviceId, kind: 'post' as const, contentType: 'text/plain' }
    return { ...place, ...request, kind: 'post', contentType: 'text/plain', ...part }
  }

  test('is its own when this device has sent it, or the server has acknowledged it once', () => {
    expect(isArrival(waiting, message('me'), 'me')).toBe(true)
    expect(isArrival(sent, message('other', { content: 'edited since' }), 'me')).toBe(true)
  })

  test('is its own when another device has given it back, and says the same', () => {
    for (const it of [waiting, failed('conflict')]) expect(isArrival(it, message('other'), 'me')).toBe(true)
    for (const part of [
      { content: 'x' },
      { receiverDeviceId: 'one' },
      { contentType: 'text/html' },
      { targetId: 'm' },
    ]) {
      expect(isArrival(waiting, message('other', part), 'me')).toBe(false)
    }
    expect(isArrival(waiting, message('other', { kind: 'edit' }), 'me')).toBe(false)
  })

  test('is not its own when it was refused for another reason', () => {
    for (const from of ['me', 'other']) expect(isArrival(failed('unknown_receiver'), message(from), 'me')).toBe(false)
    expect(isArrival(failed('conflict'), message('me'), 'me')).toBe(false)
  })
})

describe('what the server said', () => {
  const { seq, request, composedAt } = entry(1)
  const sent: OutboxEntry = { seq, request, composedAt, state: 'sent', version: 7, timestamp: 9 }
  const failed: OutboxEntry = { seq, request, composedAt, state: 'failed', error: { code: 'conflict', message: 'no' } }

  test('stored makes it sent, from every state', () => {
    for (const before of [entry(1), failed, sent]) expect(settleEntry(before, stored)).toEqual(sent)
  })

  test('refused for good makes it failed, unless it is stored', () => {
    expect(settleEntry(entry(1), refused('conflict'))).toEqual(failed)
    expect(settleEntry(sent, refused('conflict'))).toBe(sent)
  })

  test.each(['unavailable', 'rate_limited', 'internal'] as const)('%s leaves it as it is', (code) => {
    for (const before of [entry(1), failed, sent]) expect(settleEntry(before, refused(code))).toBe(before)
  })

  test('behind a transient refusal nothing counts', () => {
    const results = [stored, refused('conflict'), refused('unavailable'), stored]
    expect(settled(results)).toEqual(results.slice(0, 2))
    expect(settled(results.slice(0, 2))).toEqual(results.slice(0, 2))
  })

  test('waiting again forgets what was said', () => {
    expect([waitAgain(sent), waitAgain(failed)]).toEqual([entry(1), entry(1)])
  })
})
