import { expect, test } from 'vitest'
import { judge } from '../judge.ts'
import { plants } from './plants.ts'

/** Which promises are broken by what, and in how many seeds it has to show at the latest. */
const SEEDS = 12

test.each(Object.entries(plants))('%s is found', async (_name, { plant }) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { violations } = await judge({ seed: `planted ${seed}`, steps: 120, plant })
    if (violations.length > 0) return
  }
  expect.fail(`not found in ${SEEDS} seeds`)
})
