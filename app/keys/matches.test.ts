import { expect, test } from 'vitest'
import { type KeyPress, matches } from './matches.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
})

test.each([
  [press('k', { ctrlKey: true }), 'Mod+k', true],
  [press('k', { metaKey: true }), 'Mod+k', true],
  [press('K', { ctrlKey: true, shiftKey: true }), 'Mod+k', false],
  [press('k'), 'Mod+k', false],
  [press('/'), '/', true],
  [press('/', { shiftKey: true }), '/', true],
  [press('?', { shiftKey: true }), '?', true],
  [press('/', { ctrlKey: true }), '/', false],
  [press('/', { altKey: true }), '/', false],
  [press('Enter', { shiftKey: true }), 'Shift+Enter', true],
  [press('Enter'), 'Shift+Enter', false],
  [press('Enter', { shiftKey: true }), 'Enter', false],
])('%j is %s: %s', (pressed, combination, expected) => {
  expect(matches(pressed, combination)).toBe(expected)
})

test('a key of an input method is no shortcut', () => {
  expect(matches(press('Enter', { keyCode: 229 }), 'Enter')).toBe(false)
})
