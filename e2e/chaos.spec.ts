import { expect, test } from 'playwright/test'
import { chaos } from '../tests/chaos/run.ts'

const SEED = '1'
/** Beside the other browser tests, on a machine that has better things to do. */
const PATIENCE_MS = 150_000

test('half a minute in which everything goes wrong that can, on the real thing: every promise that shows holds', async () => {
  test.setTimeout(2 * PATIENCE_MS)
  const verdict = await chaos({ seed: SEED, ms: 30_000, settleMs: PATIENCE_MS, note: () => {} })
  expect(verdict.settled.filter((it) => it.problem !== null)).toEqual([])
  expect(verdict.violations, `seed ${SEED}; data kept in ${verdict.dataDir}`).toEqual([])
  // Or else it was too quiet to have shown anything.
  expect(verdict.counts.messages).toBeGreaterThan(50)
  expect(Object.keys(verdict.faults).length).toBeGreaterThan(5)
})
