import { expect, test } from 'vitest'
import { limits } from '../../lib/protocol/limits.ts'
import { byteLength } from '../words/byte-length.ts'
import { charactersTooMany } from './too-long.ts'

const tooMany = (text: string) => charactersTooMany(text, byteLength(text))

test.each([
  ['a', 4_464],
  ['é', 10],
  ['日', 10],
  ['😀', 10],
])('texts of %s say how many of them are too many', (sign, over) => {
  const fits = Math.floor(limits.contentBytes / byteLength(sign))
  const rest = 'a'.repeat(limits.contentBytes - fits * byteLength(sign))
  expect(tooMany(rest + sign.repeat(fits))).toBe(0)
  expect(tooMany(rest + sign.repeat(fits + over))).toBe(over)
})
