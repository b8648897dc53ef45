import { expect, test } from 'vitest'
import { minutesOf, timeText } from './minutes.ts'

test.each([
  [0, '00:00'],
  [425, '07:05'],
  [1439, '23:59'],
])('%d minutes are %s', (minutes, text) => {
  expect(timeText(minutes)).toBe(text)
  expect(minutesOf(text)).toBe(minutes)
})

test('a browser may add seconds, and an empty field is no time', () => {
  expect(minutesOf('07:05:30')).toBe(425)
  expect(minutesOf('')).toBeNull()
})
