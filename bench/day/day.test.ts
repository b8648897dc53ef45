import { expect, test } from 'vitest'
import { createRandom } from '../../tests/kit/random.ts'
import { runDay } from './run.ts'
import { dayOf, kinds, writings } from './schedule.ts'

test('stays of a device are in order, apart, and within the day', () => {
  const random = createRandom(7)
  for (let user = 0; user < 500; user++) {
    for (const kind of kinds) {
      const edges = dayOf(kind, random).flatMap(({ from, to }) => [from, to])
      expect(edges).toEqual(edges.toSorted((a, b) => a - b))
      expect(new Set(edges).size).toBe(edges.length)
      expect([edges[0] ?? 0, 24 - (edges.at(-1) ?? 0)].every((it) => it > 0.5)).toBe(true)
    }
  }
})

test('the same seed is the same day', () => {
  expect(writings(createRandom(3), 20)).toEqual(writings(createRandom(3), 20))
  expect(writings(createRandom(3), 20)).not.toEqual(writings(createRandom(4), 20))
})

test('a short day with its outage: everybody is level in the end, and what was written is stored once', async () => {
  const { problems, counts, outageMs } = await runDay({ users: 5, seconds: 3, messages: 10, seed: 1 })
  expect(problems).toEqual([])
  expect(counts.written).toBe(50)
  expect(counts.sends.length).toBe(50)
  expect(counts.connections).toBeGreaterThan(5 * kinds.length)
  expect(counts.live.length).toBeGreaterThan(0)
  expect(outageMs).not.toBeNull()
})
