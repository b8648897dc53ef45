import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { pullRequestSchema } from './batch.ts'
import { calls } from './calls.ts'
import { checkBatch } from './check-batch.ts'
import { deviceNameSchema } from './device.ts'
import { RoostError } from './error.ts'
import { events } from './events.ts'
import { checkSendItem, messageIdOf } from './send.ts'
import { uuidSchema, uuidV7 } from './values/ids.ts'
import { parse } from './values/parse.ts'
import { exceedsUtf8 } from './values/text.ts'

const id = '0190a0e0-0000-7000-8000-000000000001'
const item = { messageId: id, receiverDeviceId: 'all', content: 'hello' }
const codeOf = (input: unknown) => {
  const checked = checkSendItem(input)
  return checked.ok ? 'ok' : checked.error.code
}

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 42), fc.uint8Array({ minLength: 16, maxLength: 16 }), (now, random) => {
        const made = uuidV7(now, random)
        expect(v.is(uuidSchema, made)).toBe(true)
        expect([made[14], '89ab'.includes(made[19] ?? '')]).toEqual(['7', true])
        expect(Number.parseInt(made.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
      }),
    )
  })
})

describe('text', () => {
  it('is measured in bytes of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(40), (text, limit) => {
        expect(exceedsUtf8(text, limit)).toBe(Buffer.byteLength(text) > limit)
      }),
    )
  })
})

describe('a message to send', () => {
  it('gets its defaults', () => {
    expect(checkSendItem(item)).toEqual({ ok: true, item: { ...item, contentType: 'text/plain', kind: 'post' } })
  })

  it('keeps its content to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (content) => {
        fc.pre(!content.includes('\0'))
        expect(checkSendItem({ ...item, content })).toMatchObject({ ok: true, item: { content } })
      }),
    )
  })

  it('is refused for a reason that names the field', () => {
    const wrong: [object, RegExp][] = [
      [{ messageId: id.toUpperCase() }, /^messageId: /],
      [{ messageId: 7 }, /^messageId: /],
      [{ receiverDeviceId: 'everyone' }, /^receiverDeviceId: /],
      [{ content: undefined }, /^content: /],
      [{ content: 'a\0b' }, /^content: /],
      [{ content: '\ud800' }, /^content: /],
      [{ contentType: '' }, /^contentType: /],
      [{ contentType: 'text/plain\n' }, /^contentType: /],
      [{ kind: 'shout' }, /^kind: /],
      [{ kind: 'edit' }, /^targetId: /],
      [{ targetId: id }, /^targetId: /],
    ]
    for (const [change, message] of wrong) {
      expect(checkSendItem({ ...item, ...change })).toMatchObject({
        ok: false,
        error: { code: 'invalid_request', message: expect.stringMatching(message) },
      })
    }
    for (const input of [null, 7, 'text', [], [item]]) expect(codeOf(input)).toBe('invalid_request')
  })

  it('is too large above 65,536 bytes, whatever the letters', () => {
    expect(codeOf({ ...item, content: 'x'.repeat(65_536) })).toBe('ok')
    expect(codeOf({ ...item, content: 'x'.repeat(65_537) })).toBe('payload_too_large')
    expect(codeOf({ ...item, content: 'é'.repeat(32_768) })).toBe('ok')
    expect(codeOf({ ...item, content: 'é'.repeat(32_769) })).toBe('payload_too_large')
  })

  it('is known by its id even when all the rest is wrong', () => {
    expect(messageIdOf({ messageId: id, content: 3 })).toBe(id)
    for (const input of [null, [], {}, { messageId: 'x' }]) expect(messageIdOf(input)).toBeNull()
  })
})

describe('a pull', () => {
  it('needs a version where it shows a digest', () => {
    expect(parse(pullRequestSchema, { after: 3, digest: 'abc' })).toEqual({ after: 3, digest: 'abc' })
    expect(() => parse(pullRequestSchema, { digest: 'abc' })).toThrow(RoostError)
    for (const wrong of [
      { after: -1 },
      { after: 1.5 },
      { after: '3' },
      { limit: 0 },
      { limit: 2001 },
      { after: 2 ** 53 },
    ]) {
      expect(() => parse(pullRequestSchema, wrong)).toThrow(RoostError)
    }
  })
})

describe('a name', () => {
  it('has 1 to 100 characters, counted as people count them', () => {
    expect(v.is(deviceNameSchema, '🐦'.repeat(100))).toBe(true)
    for (const wrong of ['', ' ', 'x'.repeat(101), 'a\0', '\udc00', 'two\nlines', 'turned \u202eround'])
      expect(v.is(deviceNameSchema, wrong)).toBe(false)
  })
})

describe('a batch from the server', () => {
  const message = {
    version: 2,
    messageId: id,
    senderDeviceId: id,
    receiverDeviceId: 'all',
    kind: 'post',
    contentType: 'text/plain',
    content: '',
    timestamp: 1,
  }
  const batch = { from: 1, upTo: 3, messages: [message], digest: 'abc', head: 3, floor: 0 }

  it('is taken when it is a proper range', () => {
    expect(checkBatch(batch)).toEqual(batch)
    expect(checkBatch({ ...batch, messages: [] })).not.toBeNull()
  })

  it('is refused when applying it would store nonsense', () => {
    const wrong = [
      { upTo: 0 },
      { upTo: 4 },
      { digest: 'not opaque!' },
      { messages: null },
      { messages: [{ ...message, version: 1 }] },
      { messages: [{ ...message, version: 4 }] },
      { messages: [message, message] },
      { messages: [{ ...message, version: 3 }, message] },
      { messages: [{ ...message, content: 7 }] },
      { messages: [{ ...message, kind: 7 }] },
      { head: Number.NaN },
    ]
    for (const change of wrong) expect(checkBatch({ ...batch, ...change })).toBeNull()
    for (const input of [null, [], 'batch', {}]) expect(checkBatch(input)).toBeNull()
  })
})

describe('an object', () => {
  it('is no list, wherever one is asked for', () => {
    const answersAndRequests = Object.values(calls).flatMap(({ request, answer }) => [request, answer])
    for (const schema of [...answersAndRequests, ...Object.values(events)]) {
      expect([v.safeParse(schema, []).success, v.safeParse(schema, [{}]).success]).toEqual([false, false])
    }
    expect(() => parse(pullRequestSchema, [])).toThrow('must be an object, not a list')
    expect(v.parse(pullRequestSchema, { unknown: 1 })).toEqual({})
  })
})

describe('a device of this version', () => {
  const message = {
    ...{ version: 1, messageId: id, senderDeviceId: id, receiverDeviceId: 'all', kind: 'sticker', targetId: id },
    ...{ targetVersion: 1, contentType: 'application/x-of-tomorrow', content: '{}', timestamp: 0, files: [id] },
  }

  it('takes kinds, content types and fields that it does not know', () => {
    const batch = { from: 0, upTo: 1, messages: [message], digest: 'd', head: 1, floor: 0, more: true }
    expect(checkBatch(batch)?.messages).toEqual([message])
    const hello = { userId: 'u', deviceId: id, head: 1, digest: 'd', floor: 0, lastReceivedVersion: 0, heartbeatMs: 1 }
    expect(v.parse(events.hello, { ...hello, fromTomorrow: true })).toEqual(hello)
  })
})
