import { find } from 'linkifyjs'
import { expect, test } from 'vitest'
import { safeLinks } from './links.ts'

const linksIn = (text: string) =>
  safeLinks(find(text, { defaultProtocol: 'https' })).map(({ start, end }) => text.slice(start, end))

test('addresses become links, without the punctuation around them', () => {
  expect(linksIn('See https://example.org/a?b=c#d, or (www.example.org).')).toEqual([
    'https://example.org/a?b=c#d',
    'www.example.org',
  ])
  expect(linksIn('example.org/x and mail me@example.org')).toEqual(['example.org/x', 'me@example.org'])
})

test('names of files do not', () => {
  expect(linksIn('README.md main.rs setup.py run.sh foo.zip')).toEqual([])
})

test('nothing but http, https and mailto is followed', () => {
  expect(linksIn('javascript:alert(1) data:text/html,x ftp://example.org/x file:///etc/passwd')).toEqual([])
})
