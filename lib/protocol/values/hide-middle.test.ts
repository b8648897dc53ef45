import { expect, test } from 'vitest'
import { hideMiddle } from './hide-middle.ts'

test.each([
  ['robin@example.test', 'r…n@example.test'],
  ['robin.redbreast@example.test', 'r…t@example.test'],
  ['rob@example.test', 'r…@example.test'],
  ['r@example.test', 'r…@example.test'],
  ['"a@b"@example.test', '"…"@example.test'],
  ['🪺🪺🪺🪺@example.test', '🪺…🪺@example.test'],
  ['', '…'],
])('%s is shown as %s', (email, shown) => {
  expect(hideMiddle(email)).toBe(shown)
})
