import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { measure } from './measure.ts'
import { clusterRows } from './rows.ts'

test.for(clusterRows.map((row) => [row.id, row] as const))('%s can be run', async ([, row]) => {
  const lines = judge(row, await measure(row, { rounds: 1, size: 'tiny' }))
  expect(lines.length).toBeGreaterThan(0)
  // A difference between two sides may be less than nothing.
  for (const { what, value, limit } of lines) {
    expect([what, Number.isFinite(value), limit > 0]).toEqual([what, true, true])
  }
})
