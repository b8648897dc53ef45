import { judge } from '../bench/judge.ts'
import { measure } from '../bench/measure.ts'
import { appRows } from '../bench/rows.ts'
import { expect, test } from './fixtures/test.ts'

// With next to no work, so nothing is said about speed: only that each row runs, and gives what its lines ask for.
for (const row of appRows) {
  test(`the row ${row.id} can be measured`, async () => {
    const lines = judge(row, await measure(row, { rounds: 1, size: 'tiny' }))
    expect(lines.length).toBeGreaterThan(0)
    for (const { what, value, limit } of lines) expect([what, value > 0, limit > 0]).toEqual([what, true, true])
  })
}
