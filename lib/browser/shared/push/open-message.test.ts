import { expect, test } from 'vitest'
import { addressToOpen, answerToWrite, deviceToOpen } from './open-message.ts'

const messageId = '0190f3a0-1111-7000-8000-00000000000a'
const searchOf = (address: string) => new URL(address, 'https://roost.example').search

test('an address leads to its device and its message', () => {
  const address = addressToOpen('d1', { messageId })
  expect(new URL(address, 'https://roost.example').hash).toBe(`#m=${messageId}`)
  expect([deviceToOpen(searchOf(address)), answerToWrite(searchOf(address))]).toEqual(['d1', null])
})

test('an answer names its receiver', () => {
  const search = searchOf(addressToOpen('d1', { messageId, answerTo: 'd2' }))
  expect([deviceToOpen(search), answerToWrite(search)]).toEqual(['d1', 'd2'])
})

test('an ordinary address names neither', () => {
  expect([deviceToOpen(''), answerToWrite('?share-text=x')]).toEqual([null, null])
})
