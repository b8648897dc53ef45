import { expect, test } from 'vitest'
import { looksLikeCode } from './looks-like-code.ts'

test('code is code', () => {
  expect(looksLikeCode('function a() {\n  const b = 1\n  return b\n}')).toBe(true)
  expect(looksLikeCode('Error: no\n    at run (main.ts:3:1)\n    at main (main.ts:9:2)\n    at boot.ts:1:1')).toBe(true)
})

test('prose and lists are not', () => {
  expect(looksLikeCode('One line; two; three;')).toBe(false)
  expect(looksLikeCode('Buy:\n- milk\n- bread (dark)\n- tea\nThen go home.')).toBe(false)
  expect(looksLikeCode('It says:\n  one\n  two\n  three\nand then\nnothing more\nfor a while\nso we left')).toBe(false)
  expect(looksLikeCode('Dear all,\n\nthe meeting is on Monday.\n\nSee you there\nAnna')).toBe(false)
})
