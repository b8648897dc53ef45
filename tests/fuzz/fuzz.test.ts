import { expect, test } from 'vitest'
import { fuzz } from './run.ts'

const MINUTE_MS = 60_000

// A new seed each time: whatever is found is named by it, and comes again with `npm run fuzz -- --seed`.
const seed = Date.now() % 2 ** 32

test('a few thousand inputs that nobody should send leave no trace', { timeout: 3 * MINUTE_MS }, async () => {
  const report = await fuzz({ inputs: 4_000, seed, atOnce: 16, slow: 3, waitForSlow: false, atMostMs: MINUTE_MS })
  expect(report.findings, `seed ${seed}`).toEqual([])
  expect(report.inputs).toBeGreaterThan(1_000)
})
