import { expect, test } from 'vitest'
import { linkTo, messageIn } from './message-link.ts'

const id = '0190f3a0-1111-7000-8000-00000000000a'

test('an address leads back to its message', () => {
  expect(messageIn(new URL(linkTo('https://roost.example', id)).hash)).toBe(id)
})

test.each(['', '#', '#m=', '#m=12', `#m=${id}x`, `#x=${id}`, `#m=${id}&m=${id}`])('%j names no message', (hash) => {
  expect(messageIn(hash)).toBeNull()
})
