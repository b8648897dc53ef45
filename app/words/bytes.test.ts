import { expect, test } from 'vitest'
import { formatSize } from './bytes.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [4_230, '4.2 kB'],
  [386_400_000, '386 MB'],
  [2_000_000_000, '2 GB'],
  [5e15, '5,000 TB'],
])('%i', (bytes, expected) => {
  expect(formatSize(bytes)).toBe(expected)
})
