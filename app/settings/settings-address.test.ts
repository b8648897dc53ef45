import { expect, test } from 'vitest'
import { addressOf, sectionIn } from './settings-address.ts'

test.each([
  ['', null],
  ['#K7QM-2XRD', null],
  ['#settingsome', null],
  ['#settings', ''],
  ['#settings/', ''],
  ['#settings/account', 'account'],
  ['#settings/of a later version', 'of a later version'],
])('%j opens %j', (hash, section) => {
  expect(sectionIn(hash)).toBe(section)
})

test('a section has an address that leads back to it', () => {
  for (const section of ['', 'bin']) expect(sectionIn(addressOf(section))).toBe(section)
})
