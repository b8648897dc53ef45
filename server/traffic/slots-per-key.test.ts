import { expect, test } from 'vitest'
import { createSlotsPerKey } from './slots-per-key.ts'

test('each key has its own, and one that is given back can be taken again, once', () => {
  const slots = createSlotsPerKey(2)
  const first = slots.take('a')
  expect(first).toBeDefined()
  expect(slots.take('a')).toBeDefined()
  expect(slots.take('a')).toBeUndefined()
  expect(slots.take('b')).toBeDefined()
  first?.()
  first?.()
  expect(slots.take('a')).toBeDefined()
  expect(slots.take('a')).toBeUndefined()
})
