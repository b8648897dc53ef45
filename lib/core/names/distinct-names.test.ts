import { expect, test } from 'vitest'
import { lookOf } from '../../protocol/values/look-of.ts'
import { withDistinctNames } from './distinct-names.ts'

const named = (...names: string[]) => withDistinctNames(names.map((name) => ({ name }))).map((it) => it.name)

test.each([
  ['another script', 'Desk', 'Dеsk'],
  ['capital letters of another script', 'HOME', 'НОМЕ'],
  ['wide letters', 'Desk', 'Ｄｅｓｋ'],
  ['letters of mathematics', 'Desk', '𝗗𝗲𝘀𝗸'],
  ['letters that cannot be seen', 'Desk', 'De​sk'],
  ['another space', 'My desk', 'My  desk'],
  ['a digit for a letter', 'Lab 1', 'Lab l'],
  ['two letters for one', 'Home', 'Horne'],
  ['accents written in two ways', 'Zoë', 'Zoë'],
])('names that look the same through %s are told apart', (_how, one, other) => {
  expect(named(one, other)).toEqual([one, `${other} (2)`])
})

test.each([
  ['Desk', 'Disk'],
  ['Zoë', 'Zoe'],
  ['Desk', 'desk'],
  ['Phone', 'Phone 2'],
  ['手机', '电脑'],
])('%s and %s look different', (one, other) => {
  expect(named(one, other)).toEqual([one, other])
})

test('a number that somebody else has by name is left out', () => {
  expect(named('Desk', 'Desk (2)', 'Desk', 'Desk')).toEqual(['Desk', 'Desk (2)', 'Desk (3)', 'Desk (4)'])
})

test('a list without such names is the same list, so that no screen redraws', () => {
  const devices = [{ name: 'Desk' }, { name: 'Phone' }]
  expect(withDistinctNames(devices)).toBe(devices)
})

test('each letter of the list looks like itself once it is folded', () => {
  for (const text of ['Desk', 'HOME 10', '|l1I']) expect(lookOf(lookOf(text))).toBe(lookOf(text))
})
