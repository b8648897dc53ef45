import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

it('doubles the bound up to 30 s and draws from all of it', () => {
  const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempt) => backoffMs(attempt, () => 1))
  expect(bounds).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  expect(backoffMs(8, () => 0)).toBe(0)
  expect(backoffMs(8, () => 0.5)).toBe(15_000)
})

it('waits at least as long as the server asks', () => {
  expect(backoffMs(1, () => 0, 2_000)).toBe(2_000)
  expect(backoffMs(1, () => 1, 2_000)).toBe(2_500)
})
