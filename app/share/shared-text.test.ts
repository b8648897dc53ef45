import { expect, test } from 'vitest'
import { shareFields } from './share-fields.ts'
import { sharedText } from './shared-text.ts'

test.each([
  ['a text', { text: 'hello' }, 'hello'],
  ['a link with its title', { title: 'News', url: 'https://a.example/1' }, 'News\nhttps://a.example/1'],
  ['the link in the text', { title: 'News', text: 'https://a.example/1' }, 'News\nhttps://a.example/1'],
  ['the link twice', { text: 'https://a.example/1', url: 'https://a.example/1' }, 'https://a.example/1'],
  ['the title once more', { title: 'News', text: 'News: https://a.example/1' }, 'News: https://a.example/1'],
  ['three times the same', { title: 'a', text: 'a', url: 'a' }, 'a'],
  ['letters of many scripts', { text: 'é 日本 😀 + & =' }, 'é 日本 😀 + & ='],
  ['lines', { text: 'one\n\ntwo  ' }, 'one\n\ntwo'],
  ['nothing', {}, ''],
  ['blanks', { title: ' ', text: '\n' }, ''],
])('%s', (_name, given: { [it in keyof typeof shareFields]?: string }, expected) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) search.set(shareFields[name as keyof typeof shareFields], value)
  expect(sharedText(`?${search}`)).toBe(expected)
})

test('an address with other fields shares nothing', () => {
  expect(sharedText('?text=hello&title=x')).toBe('')
})
