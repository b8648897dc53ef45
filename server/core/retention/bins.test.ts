import { expect, test } from 'vitest'
import { createBinRetention } from './bins.ts'

const DAY = 24 * 60 * 60_000
const NOW = 1_000 * DAY

async function expiredBy({ days, trusted, now = NOW }: { days: number; trusted: number | null; now?: number }) {
  const before: number[] = []
  const store = {
    trustedTime: async () => trusted,
    expireBins: async (at: number) => ({ removed: before.push(at) }),
    expireNotes: async () => ({ removed: 0 }),
  }
  await createBinRetention({ store, days, now: () => now, log: { warn: () => {} } as never })()
  return before
}

test('a text waits for so many days', async () => {
  expect(await expiredBy({ days: 7, trusted: NOW - 1 })).toEqual([NOW - 7 * DAY])
  expect(await expiredBy({ days: 7, trusted: null })).toEqual([NOW - 7 * DAY])
})

test('a clock that leaps ahead takes nothing of today', async () => {
  const [before = 0] = await expiredBy({ days: 7, trusted: NOW, now: NOW + 400 * DAY })
  expect(before).toBeLessThan(NOW)
})

test('without a bin nothing waits, whatever the clock says', async () => {
  const [before = 0] = await expiredBy({ days: 0, trusted: NOW + 400 * DAY })
  expect(before).toBeGreaterThan(NOW + 400 * DAY)
})
