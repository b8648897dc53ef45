import { expect, test } from 'vitest'
import { filterOf, hasToken, toggled, withoutFilters, withValue } from './tokens.ts'

test('a filter writes into the query, once, and takes itself away', () => {
  expect(withValue('door', 'from', 'Work Mac')).toBe('door from:"Work Mac"')
  expect(withValue('from:phone door from:x', 'from', 'Mac')).toBe('door from:Mac')
  expect(withValue('door from:"Work Mac" code', 'from', '')).toBe('door code')
  expect([filterOf('a from:"Work Mac"', 'from'), filterOf('a FROM:x', 'from'), filterOf('a', 'from')]).toEqual([
    'Work Mac',
    'x',
    '',
  ])
})

test('a switch is in the query or not', () => {
  expect(toggled('door', 'is:pinned')).toBe('door is:pinned')
  expect(toggled('is:pinned door', 'is:pinned')).toBe('door')
  expect([
    hasToken('is:pinnedx', 'is:pinned'),
    hasToken('-is:pinned', 'is:pinned'),
    hasToken('a is:pinned', 'is:pinned'),
  ]).toEqual([...[false, false, true]])
})

test('the words are left when every filter is gone', () => {
  expect(withoutFilters('door -from:"Work Mac" code before:2026 is:done')).toBe('door code')
})
