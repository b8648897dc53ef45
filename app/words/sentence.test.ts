import { expect, test } from 'vitest'
import { RoostError } from '../../lib/protocol/error.ts'
import { sentenceOf } from './sentence.ts'

test.each([
  [undefined, 'Wait a minute, then try again.'],
  [60_000, 'Wait a minute, then try again.'],
  [121_000, 'Try again in 3 minutes.'],
  [3_500_000, 'Try again in 59 minutes.'],
])('after too many tries, with %j ms to wait, the person reads: %s', (ms, words) => {
  const detail = ms === undefined ? {} : { retryAfterMs: ms }
  const error = new RoostError('rate_limited', 'for developers', detail)
  expect(sentenceOf(error)).toBe(`That was too often in a short time. ${words}`)
})
