import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propose } from '../../core/messages/proposal.ts'
import type { Appended } from '../../core/ports/store.ts'
import { arbitraryItem } from '../../core/ports/store-contract/arbitrary-items.ts'
import { packAppended, packSend, unpackAppended, unpackSend } from './writer-messages.ts'

/** Copies a value as postMessage does. */
const handedOver = <T>(it: T): T => structuredClone(it)

test('what is asked arrives as it was, whatever it is', () => {
  const caller = { userId: 'ann', deviceId: 'phone' }
  fc.assert(
    fc.property(fc.array(arbitraryItem(['ben', 'cleo'])), fc.nat(), fc.nat(), (items, now, agesFrom) => {
      const proposals = [...items, null, { messageId: 'x' }].map((it) => propose(caller.deviceId, it))
      expect(unpackSend(handedOver(packSend(caller, proposals, now, agesFrom)))).toEqual([
        caller,
        proposals,
        now,
        agesFrom,
      ])
    }),
  )
})

test('what is answered arrives as it was', () => {
  const error = { code: 'conflict' as const, message: 'taken', retryAfterMs: 1 }
  const appended: Appended = {
    from: 3,
    upTo: 5,
    digest: 'abc',
    floor: 1,
    results: [
      { messageId: 'a', ok: true, version: 4, timestamp: 9, duplicate: false },
      { messageId: 'b', ok: true, version: 2, timestamp: 7, duplicate: true },
      { messageId: 'c', ok: false, error },
      { messageId: null, ok: false, error },
      { messageId: 'd', ok: true, version: 5, timestamp: 9, duplicate: false },
    ],
    messages: [
      { version: 4, json: '{"version":4}', visibleTo: 'all' },
      { version: 5, json: '{"version":5}', visibleTo: ['phone', 'desk'] },
    ],
  }
  expect(unpackAppended(handedOver(packAppended(appended)))).toEqual(appended)
  const nothing: Appended = { from: 3, upTo: 3, digest: 'abc', floor: 1, results: [], messages: [] }
  expect(unpackAppended(handedOver(packAppended(nothing)))).toEqual(nothing)
})
