import { expect, test } from 'vitest'
import { createRedrawDelay } from './redraw-delay.ts'

test('rests shortly between messages that can be read, and longer in a stream of them', () => {
  let now = 0
  const restAfter = createRedrawDelay(() => now)
  expect(restAfter(100_000)).toBe(200)
  now += 200
  expect(restAfter(100_005)).toBe(200)
  now += 200
  expect(restAfter(100_045)).toBe(1_000)
  now += 1_000
  expect(restAfter(100_245)).toBe(1_000)
  now += 1_000
  expect(restAfter(100_260)).toBe(200)
})

test('a burst after a pause is no stream', () => {
  let now = 0
  const restAfter = createRedrawDelay(() => now)
  restAfter(10)
  now += 60_000
  expect(restAfter(300)).toBe(200)
})
