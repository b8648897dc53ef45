import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

function draw(seed: string | number) {
  const random = createRandom(seed)
  return [random.next(), random.int(1, 1e9), random.below(1e9), random.bytes(20).toString('hex'), random.chance(0.5)]
}

test('the same seed gives the same numbers, another seed gives others', () => {
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).toEqual(draw('7'))
  expect(draw(7)).not.toEqual(draw(8))
})

test('the numbers of a seed never change: a seed in an old report still reproduces', () => {
  const random = createRandom('7400')
  expect([random.int(0, 1e6), random.int(0, 1e6), random.fork('network').int(0, 1e6)]).toEqual([
    899_934, 553_167, 27_365,
  ])
})

test('a fork is not changed by what its parent draws', () => {
  const [one, other] = [createRandom(1), createRandom(1)]
  one.next()
  expect(one.fork('disk').next()).toBe(other.fork('disk').next())
  expect(one.fork('disk').next()).not.toBe(one.fork('network').next())
})

test('integers include both ends, and stay between them', () => {
  const random = createRandom(3)
  const ints = new Set(Array.from({ length: 200 }, () => random.int(-1, 2)))
  expect([...ints].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2])
  expect(Array.from({ length: 5 }, () => random.below(1))).toEqual([0, 0, 0, 0, 0])
})
