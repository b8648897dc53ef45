import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('waits grow up to an hour, and end', () => {
  const waits = Array.from({ length: 20 }, (_, n) => backoff(n + 1, undefined, () => 1))
  expect(waits.slice(0, 3)).toEqual([5_000, 10_000, 20_000])
  expect(waits.at(-2)).toBe(3_600_000)
  expect(waits.at(-1)).toBeNull()
  expect(backoff(1, undefined, () => 0)).toBe(2_500)
})

test('the push service may ask for more, within reason', () => {
  expect(backoff(1, 60_000, () => 1)).toBe(60_000)
  expect(backoff(1, 1_000, () => 1)).toBe(5_000)
  expect(backoff(1, 1e12, () => 1)).toBe(6 * 3_600_000)
})
