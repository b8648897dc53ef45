import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { measure } from './measure.ts'
import { appRows, rows } from './rows.ts'

test('every row has a name of its own', () => {
  const ids = [...rows, ...appRows].map((it) => it.id)
  expect(new Set(ids).size).toBe(ids.length)
})

// With next to no work, so nothing is said about speed: only that each row runs, and gives what its lines ask for.
test.for(rows.map((row) => [row.id, row] as const))('%s can be run', async ([, row]) => {
  const lines = judge(row, await measure(row, { rounds: 1, size: 'tiny' }))
  expect(lines.length).toBeGreaterThan(0)
  // Not above 0: what a few connections take can be less than what was freed meanwhile.
  for (const { what, value, limit } of lines) {
    expect([what, Number.isFinite(value), Number.isFinite(limit)]).toEqual([what, true, true])
  }
})
