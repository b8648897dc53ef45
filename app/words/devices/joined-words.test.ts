import { expect, test } from 'vitest'
import { joinedWords } from './joined-words.ts'

const phone = { deviceId: 'p', name: 'Phone', invitedBy: 'Desk' }

test.each([
  [[phone], '“Phone” joined, invited by “Desk”.'],
  [[phone, { deviceId: 's', name: 'Script' }], '“Phone” joined, invited by “Desk”. “Script” joined.'],
  [Array(4).fill(phone), '4 devices joined: “Phone”, “Phone”, “Phone”, and “Phone”.'],
])('%j is said as: %s', (joined, words) => {
  expect(joinedWords(joined)).toBe(words)
})
