import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeClock, mayLeapMs } from './judge-clock.ts'

const DAY = 24 * 60 * 60_000
const now = 1_000 * DAY

test('believes the first clock that it sees, and one that goes on', () => {
  expect(judgeClock(now, null, 30)).toEqual({ outcome: 'believed', before: now - 30 * DAY, believed: now })
  expect(judgeClock(now, now - DAY, 30)).toEqual({ outcome: 'believed', before: now - 30 * DAY, believed: now })
})

test.each([
  [1, DAY / 2],
  [10, 5 * DAY],
  [30, 7 * DAY],
  [3_650, 7 * DAY],
])('with %i days, a leap of up to %i ms is believed and not a ms more', (days, most) => {
  expect(mayLeapMs(days)).toBe(most)
  expect(judgeClock(now + most, now, days).outcome).toBe('believed')
  expect(judgeClock(now + most + 1, now, days)).toEqual({ outcome: 'ahead', aheadMs: most + 1 })
})

test('a clock that is behind removes less, and lowers nothing', () => {
  expect(judgeClock(now - 9 * DAY, now, 30)).toEqual({ outcome: 'believed', before: now - 39 * DAY, believed: now })
})

test('whatever the clock says, what was written in the newer half of the time kept stays', () => {
  fc.assert(
    fc.property(fc.nat(10 * 365 * DAY), fc.integer({ min: 1, max: 400 }), (leap, days) => {
      const judged = judgeClock(now + leap, now, days)
      if (judged.outcome === 'believed') expect(judged.before).toBeLessThanOrEqual(now - (days * DAY) / 2)
    }),
  )
})
