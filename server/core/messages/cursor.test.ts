import { describe, expect, test } from 'vitest'
import type { RoostError } from '../../../lib/protocol/error.ts'
import { checkCursor, moveLastReceived } from './cursor.ts'

const history = { floor: 3, head: 7, digestAt: (version: number) => `digest-${version}` }

function refusalOf(run: () => unknown) {
  try {
    run()
    return null
  } catch (error) {
    const { message, ...rest } = (error as RoostError).wire
    return rest
  }
}
const forked = { code: 'history_forked', floor: 3, head: 7 }
const expired = { code: 'cursor_expired', floor: 3, head: 7 }

describe('checkCursor', () => {
  test.each([
    [3, undefined, null],
    [3, 'digest-3', null],
    [7, 'digest-7', null],
    [8, undefined, forked],
    [8, 'digest-8', forked],
    [2, undefined, expired],
    [2, 'another', expired],
    [5, 'another', forked],
    [3, 'another', forked],
  ])('after %i with %s', (after, digest, expected) => {
    expect(refusalOf(() => checkCursor(history, after, digest))).toEqual(expected)
  })
})

test('the refusal speaks of the server', () => {
  expect(() => checkCursor(history, 8, undefined)).toThrow(/^The server's history is not this device's: /)
})

describe('moveLastReceived', () => {
  test.each([
    [4, { version: 6, digest: 'digest-6' }, 6],
    [4, { version: 7 }, 7],
    [4, { version: 4, digest: 'digest-4' }, 4],
    [6, { version: 3 }, 6],
    // Below the floor the log holds no digest to compare with.
    [6, { version: 1, digest: 'another' }, 6],
    [0, { version: 2, digest: 'another' }, 2],
  ])('from %i with %o to %i', (present, ack, expected) => {
    expect(moveLastReceived(history, present, ack)).toBe(expected)
  })

  test.each([{ version: 8 }, { version: 6, digest: 'another' }, { version: 4, digest: 'another' }])(
    '%o forks',
    (ack) => {
      expect(refusalOf(() => moveLastReceived(history, 5, ack))).toEqual(forked)
    },
  )
})
