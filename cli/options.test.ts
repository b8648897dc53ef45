import { expect, test } from 'vitest'
import { duration } from './options.ts'

test.each([
  ['90', 90],
  ['90s', 90],
  ['1.5m', 90],
  ['24h', 86_400],
  ['2d', 172_800],
  ['250ms', 0.25],
])('%s is %d seconds', (typed, seconds) => {
  expect(duration(typed)).toBe(seconds)
})

test.each(['', '0', '-1s', '1w', 'h', '1h30m', 'Infinity', '1e3'])('%j is no duration', (typed) => {
  expect(() => duration(typed)).toThrow('such as 30s')
})
