import { expect, test } from 'vitest'
import { keyOf } from './keys.ts'

test('a key is its own name', () => {
  expect(keyOf({ key: 'Enter', keyCode: 13, isComposing: false })).toBe('Enter')
  expect(keyOf({ nativeEvent: { key: 'Escape', keyCode: 27 } })).toBe('Escape')
})

test('a key of an input method is none of ours, also the one that ends the composition in Safari', () => {
  expect(keyOf({ key: 'Enter', keyCode: 229, isComposing: true })).toBeNull()
  expect(keyOf({ key: 'Enter', keyCode: 13, isComposing: true })).toBeNull()
  expect(keyOf({ nativeEvent: { key: 'Escape', keyCode: 229, isComposing: false } })).toBeNull()
})
