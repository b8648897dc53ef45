import { expect, test } from 'vitest'
import { judge } from '../judge.ts'
import { plantedBugs } from './planted-bugs.ts'

/** In so many seeds a planted bug has to show at the latest. */
const SEEDS = 20

test.each(Object.entries(plantedBugs))('%s is found', { timeout: 60_000 }, async (_name, { bug, promise }) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { violations } = await judge({ seed: `planted ${seed}`, steps: 120, bug })
    if (violations.some((it) => it.promise === promise)) return
  }
  expect.fail(`promise ${promise} was not found broken in ${SEEDS} seeds`)
})

test('every promise has a bug that breaks it', () => {
  const broken = new Set(Object.values(plantedBugs).map((it) => it.promise))
  expect([...broken].sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
})
