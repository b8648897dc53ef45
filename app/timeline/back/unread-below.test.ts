import { expect, test } from 'vitest'
import type { DeviceState } from '../../../lib/core/device-state.ts'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { unreadBelow } from './unread-below.ts'

const entry = (version: number, from: string, change: Partial<Entry> = {}) =>
  ({ id: `m${version}`, version, from, deleted: false, status: { state: 'received' }, ...change }) as Entry

const state = (entries: Entry[], unread: Record<string, number>): DeviceState =>
  ({
    deviceId: 'me',
    readUpTo: 10,
    unread,
    timeline: { entries, hasOlder: true, hasNewer: true, goneUpTo: 0, filter: null },
  }) as unknown as DeviceState

const entries = [
  entry(9, 'a'),
  entry(11, 'a'),
  entry(12, 'me'),
  entry(13, 'b'),
  entry(14, 'b', { deleted: true }),
  entry(15, 'b'),
]

test('what is in sight is not below, whatever is loaded', () => {
  const unread = { a: 30, b: 12 }
  expect(unreadBelow(state(entries, unread), 10)).toBe(42)
  expect(unreadBelow(state(entries, unread), 13)).toBe(40)
  expect(unreadBelow(state(entries, unread), 15)).toBe(39)
})

test('nothing is below when everything is read', () => {
  expect(unreadBelow(state(entries, {}), 0)).toBe(0)
  expect(unreadBelow(state(entries, {}), 15)).toBe(0)
})
