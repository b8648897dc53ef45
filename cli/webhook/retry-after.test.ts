import { expect, test } from 'vitest'
import { MOST_MS, retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-05-01T12:00:00Z')

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 01 May 2026 12:00:30 GMT', 30_000],
  ['Fri, 01 May 2026 11:00:00 GMT', 0],
  ['9999999999', MOST_MS],
  ['Fri, 01 May 2099 12:00:00 GMT', MOST_MS],
  ['soon', 0],
  ['', 0],
  [null, 0],
])('%j asks to wait for %i ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})
