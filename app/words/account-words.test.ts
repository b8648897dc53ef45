import { expect, test } from 'vitest'
import { accountsOf, otherAccountWords } from './account-words.ts'

const known = (userId: string, name: string, account?: string) => ({
  ...{ deviceId: name, userId, name, lastUsed: 1, open: false },
  ...(account === undefined ? {} : { account }),
})

test('a browser that holds nothing, or a device of the same account, is not warned', () => {
  expect(otherAccountWords('r…n@x.test', [])).toBeNull()
  expect(otherAccountWords('r…n@x.test', [known('a', 'Desk', 'robin@x.test')])).toBeNull()
})

test('a browser that holds a device of another account, or of an unknown one, is told so', () => {
  expect(otherAccountWords('w…n@x.test', [known('a', 'Desk', 'robin@x.test')])).toContain('the inbox of robin@x.test')
  expect(otherAccountWords('w…n@x.test', [known('a', 'Desk')])).toContain('another inbox')
})

test('accounts are told apart by their address, or by their devices while that is unknown', () => {
  const held = [known('a', 'Desk', 'robin@x.test'), known('b', 'Lab'), known('a', 'Tab 2')]
  expect(accountsOf(held)).toEqual([
    { userId: 'a', email: 'robin@x.test', label: 'robin@x.test', devices: 'Desk and Tab 2' },
    { userId: 'b', email: undefined, label: 'The inbox of “Lab”', devices: 'Lab' },
  ])
})
