import { expect, test } from 'vitest'
import { createSeats } from './slots-per-key.ts'

test('each key has its own, and one that is given back can be taken again, once', () => {
  const seats = createSeats(2)
  const first = seats.take('a')
  expect(first).toBeDefined()
  expect(seats.take('a')).toBeDefined()
  expect(seats.take('a')).toBeUndefined()
  expect(seats.take('b')).toBeDefined()
  first?.()
  first?.()
  expect(seats.take('a')).toBeDefined()
  expect(seats.take('a')).toBeUndefined()
})
