import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Batch } from '../../protocol/batch.ts'
import type { Message } from '../../protocol/message.ts'
import { type Mark, receive } from './inbox.ts'

const DEVICE = '00000000-0000-4000-8000-00000000000a'

function message(version: number): Message {
  const messageId = `00000000-0000-7000-8000-${version.toString().padStart(12, '0')}`
  const route = { senderDeviceId: DEVICE, receiverDeviceId: 'all' }
  return { version, messageId, ...route, kind: 'post', contentType: 'text/plain', content: '', timestamp: 0 }
}

/** Holds the even versions only; the odd ones are for other devices. */
function batch(from: number, upTo: number): Batch {
  const messages: Message[] = []
  for (let version = from + 1; version <= upTo; version++) if (version % 2 === 0) messages.push(message(version))
  return { from, upTo, messages, digest: `d${upTo}`, head: upTo, floor: 0 }
}

const start: Mark = { cursor: 0, digest: null }
const versionsOf = (messages: readonly Message[]) => messages.map((it) => it.version)

describe('the inbox rule', () => {
  test('takes of an overlap only what lies beyond the cursor', () => {
    const received = receive({ cursor: 3, digest: 'd3' }, [batch(0, 6)])
    expect(received).toMatchObject({ outcome: 'applied', mark: { cursor: 6, digest: 'd6' } })
    expect(versionsOf(received.messages)).toEqual([4, 6])
  })

  test('ignores old news, even with another digest', () => {
    const mark = { cursor: 6, digest: 'mine' }
    expect(receive(mark, [batch(0, 6), batch(2, 4)])).toEqual({ outcome: 'old', mark, messages: [] })
    expect(receive(mark, [])).toEqual({ outcome: 'old', mark, messages: [] })
  })

  test('learns a digest that it did not know, and never takes it from below the cursor', () => {
    const mark = { cursor: 6, digest: null }
    expect(receive(mark, [batch(6, 6)])).toMatchObject({ outcome: 'applied', mark: { cursor: 6, digest: 'd6' } })
    expect(receive(mark, [batch(0, 4)])).toMatchObject({ outcome: 'old', mark })
  })

  test('says that there is a gap, after what could be taken', () => {
    const received = receive(start, [batch(8, 10), batch(0, 4)])
    expect(received).toMatchObject({ outcome: 'gap', mark: { cursor: 4 } })
    expect(versionsOf(received.messages)).toEqual([2, 4])
  })

  test('a pair in the wrong order leaves no gap', () => {
    expect(receive(start, [batch(4, 8), batch(0, 4)])).toMatchObject({ outcome: 'applied', mark: { cursor: 8 } })
  })

  test.each([
    ['above its end', { ...batch(0, 4), upTo: 3 }],
    ['at its beginning', { ...batch(0, 4), from: 2 }],
    ['not ascending', { ...batch(0, 4), messages: [message(4), message(2)] }],
    ['twice', { ...batch(0, 4), messages: [message(2), message(2)] }],
    ['backwards', { ...batch(0, 0), from: 3 }],
  ])('refuses a batch with versions %s', (_what, wrong) => {
    expect(() => receive({ cursor: 3, digest: null }, [wrong])).toThrow(/other versions/)
  })

  test('never passes a gap, repeats or leaves out, whatever comes in whatever order', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(12)).map(([from, length]) => batch(from, from + length))
    fc.assert(
      fc.property(fc.array(fc.array(range, { maxLength: 5 }), { maxLength: 12 }), (deliveries) => {
        let mark = start
        const held: number[] = []
        const covered = new Set<number>([0])
        for (const batches of deliveries) {
          for (const it of batches) for (let v = it.from + 1; v <= it.upTo; v++) covered.add(v)
          const received = receive(mark, batches)
          held.push(...versionsOf(received.messages))
          mark = received.mark
          const reachable = batches.some((it) => it.from <= mark.cursor && it.upTo > mark.cursor)
          expect(reachable).toBe(false)
          expect(received.outcome === 'gap').toBe(batches.some((it) => it.from > mark.cursor))
        }
        for (let v = 0; v <= mark.cursor; v++) expect(covered).toContain(v)
        expect(held).toEqual(versionsOf(batch(0, mark.cursor).messages))
        expect(mark.digest).toBe(mark.cursor === 0 ? mark.digest : `d${mark.cursor}`)
      }),
    )
  })
})
