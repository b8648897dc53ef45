import { expect, test } from 'vitest'
import { shortcuts as english } from '../words/en/general/shortcuts.ts'
import { subject } from '../words/language/catalog.ts'
import { keyNames } from './key-names.ts'
import { shortcuts } from './shortcuts.ts'

const say = subject('shortcuts', english)

test('keys read as on the keyboard', () => {
  expect(keyNames('Mod+k', false)).toEqual(['Ctrl', 'K'])
  expect(keyNames('Mod+k', true)).toEqual(['⌘', 'K'])
  expect(keyNames('Shift+ArrowUp', false)).toEqual(['Shift', '↑'])
  expect(keyNames('?', false)).toEqual(['?'])
})

test('each shortcut has a sentence', () => {
  expect(Object.keys(shortcuts).filter((name) => !(name in say))).toEqual([])
})
