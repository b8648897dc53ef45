import { expect, test } from 'vitest'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { newBelow } from './new-below.ts'

function state(senders: string[], hasNewer: boolean, cursor = senders.length): DeviceState {
  const entries = senders.map((from, index) => ({ version: index + 1, from }))
  return {
    deviceId: 'me',
    cursor,
    timeline: { entries, hasNewer, hasOlder: false, goneUpTo: 0 },
  } as unknown as DeviceState
}

test('counts what other devices wrote since', () => {
  expect(newBelow(state(['a', 'a', 'me', 'b'], false), 1)).toBe(2)
  expect(newBelow(state(['a', 'a', 'me', 'b'], false), 4)).toBe(0)
})

test('what is not loaded cannot be counted', () => {
  expect(newBelow(state(['a', 'a'], true, 900), 2)).toBeNull()
  expect(newBelow(state(['a', 'a'], true, 2), 2)).toBe(0)
})
