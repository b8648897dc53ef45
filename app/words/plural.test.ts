import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
  [12_000, '12,000 days'],
])('%i', (count, expected) => {
  expect(plural(count, { one: '# day', other: '# days' })).toBe(expected)
})
