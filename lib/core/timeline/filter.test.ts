import { expect, test } from 'vitest'
import { fits, isSameFilter, type TimelineFilter } from './filter.ts'

const phone: TimelineFilter = { kind: 'device', deviceId: 'phone' }

test('a device has what it sent, and what was sent to it alone', () => {
  expect(fits(phone, { from: 'phone', to: 'all' })).toBe(true)
  expect(fits(phone, { from: 'desk', to: 'phone' })).toBe(true)
  expect(fits(phone, { from: 'desk', to: 'all' })).toBe(false)
  expect(fits(null, { from: 'desk', to: 'all' })).toBe(true)
})

test('filters are the same when they show the same', () => {
  expect(isSameFilter(phone, { ...phone })).toBe(true)
  expect(isSameFilter(phone, { kind: 'device', deviceId: 'desk' })).toBe(false)
  expect(isSameFilter(phone, { kind: 'pinned' })).toBe(false)
  expect(isSameFilter({ kind: 'pinned' }, { kind: 'pinned' })).toBe(true)
  expect(isSameFilter(null, { kind: 'pinned' })).toBe(false)
  expect(isSameFilter(null, null)).toBe(true)
})
