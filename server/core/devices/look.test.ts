import { expect, test } from 'vitest'
import { withDistinctNames } from '../../../lib/core/names/distinct-names.ts'
import { lookForDevices } from './look.ts'

const shown = (...names: string[]) =>
  withDistinctNames(names.map((name) => ({ name, ...lookForDevices(name) }))).map((it) => it.name)

test.each([
  ['Cherokee', 'DESK', 'ᎠᎬᏚᏦ'],
  ['Lisu', 'HOME', 'ꓧꓳꓟꓰ'],
  ['Armenian', 'uno', 'սոօ'],
  ['Coptic', 'OK', 'ⲞⲔ'],
  ['Canadian syllabics', 'BA', 'ᗷᗅ'],
  ['Deseret', 'Opal', '𐐄pal'],
  ['Latin small capitals and Cyrillic', 'ᴏᴋ', 'ок'],
  ['fullwidth and Lisu', 'Ｌab', 'ꓡab'],
  ['the same letters of it', 'ꓧꓳꓟꓰ', 'ꓧꓳꓟꓰ'],
])('a name in %s is told apart from the one that it looks like', (_script, one, other) => {
  expect(shown(one, other)).toEqual([one, `${other} (2)`])
  expect(shown(other, one)).toEqual([other, `${one} (2)`])
})

test('a number that somebody has by name is left out, also in another script', () => {
  expect(shown('HOME', 'ꓧꓳꓟꓰ (2)', 'ꓧꓳꓟꓰ')).toEqual(['HOME', 'ꓧꓳꓟꓰ (2)', 'ꓧꓳꓟꓰ (3)'])
  expect(shown('ꓧꓳꓟꓰ', 'HOME (2)', 'HOME')).toEqual(['ꓧꓳꓟꓰ', 'HOME (2)', 'HOME (3)'])
  const eleven = Array.from({ length: 11 }, (_, n) => (n % 2 ? 'HOME' : 'ꓧꓳꓟꓰ'))
  expect(new Set(shown(...eleven)).size).toBe(11)
  expect(shown(...eleven).at(-1)).toBe('ꓧꓳꓟꓰ (11)')
})

test.each([
  ['Ձեռք', 'Տուն'],
  ['ᎦᎵᏉᎩ', 'ᏔᎵ'],
  ['手机', '电脑'],
  ['Büro', 'Buro'],
  ['Phone', 'phone'],
])('%s and %s look different', (one, other) => {
  expect(shown(one, other)).toEqual([one, other])
})

test.each(['Desk', 'Zoë', 'Chrome on Linux', '手机', '📱 Nest (2)', 'Mac 10', 'Horne'])(
  'a device knows by itself how %s looks',
  (name) => expect(lookForDevices(name)).toEqual({}),
)
