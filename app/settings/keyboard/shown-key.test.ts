import { expect, test } from 'vitest'
import { shownKey } from './shown-key.ts'

test.each([
  ['Mod+k', 'X11; Linux x86_64', 'Ctrl+K'],
  ['Mod+k', 'Macintosh; Intel Mac OS X', '⌘ K'],
  ['Shift+Enter', '', 'Shift+Enter'],
  ['ArrowUp', '', '↑'],
  ['/', '', '/'],
])('%s on %s is shown as %s', (key, agent, shown) => {
  expect(shownKey(key, agent)).toBe(shown)
})
