import { find } from 'linkifyjs'
import { expect, test } from 'vitest'
import { safeLinks } from './links.ts'

const links = (text: string) => safeLinks(text, find(text, { defaultProtocol: 'https' }))
const linksIn = (text: string) => links(text).map(({ start, end }) => text.slice(start, end))

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

test.each([
  ['https://example.org/a。そして', 'https://example.org/a'],
  ['https://example.org/a，然后', 'https://example.org/a'],
  ['https://example.org/a！', 'https://example.org/a'],
  ['https://example.org/a、それから', 'https://example.org/a'],
  ['https://example.org/a؟', 'https://example.org/a'],
  ['https://example.org/a، ثم', 'https://example.org/a'],
  ['（https://example.org/a）', 'https://example.org/a'],
  ['「https://example.org/」を見て', 'https://example.org/'],
  ['https://example.org/pageを見て', 'https://example.org/page'],
  ['https://example.org/a\u200f ثم', 'https://example.org/a'],
  ['https://ja.wikipedia.org/wiki/ひらがな', 'https://ja.wikipedia.org/wiki/ひらがな'],
  ['https://ja.wikipedia.org/wiki/日本語', 'https://ja.wikipedia.org/wiki/日本語'],
])('%s holds %s', (text, link) => {
  expect(linksIn(text)).toEqual([link])
  expect(links(text)[0]?.href).toBe(link)
})

test.each([
  ['http://[fd00::1]:8080/', 'http://[fd00::1]:8080/'],
  ['see http://[fd00::1]:8080/a?b=c, or', 'http://[fd00::1]:8080/a?b=c'],
  ['(http://[::1])', 'http://[::1]'],
  ['http://[::1]:3000。', 'http://[::1]:3000'],
])('%s holds an address in numbers', (text, link) => {
  expect(links(text)).toMatchObject([{ href: link }])
  expect(linksIn(text)).toEqual([link])
})

test.each(['http://[not]/', 'http://[fd00::1', 'http://[:::]/'])('%s holds none', (text) => {
  expect(links(text)).toEqual([])
})

test.each([
  'https://bank.example/\u202egpj.exe',
  'https://bank.example/\u2066x',
  '\u202ehttps://bank.example/',
  'me\u202e@example.org',
])('no link holds or touches a character that turns the text: %j', (text) => {
  expect(links(text)).toEqual([])
})

test.each([
  'https://google.com@evil.example/',
  'https://google.com:80@evil.example/',
  'https://google.com%40x@evil.example/',
  'https://a:b@evil.example',
  'www.google.com@evil.example',
])('no link has a user part: %s', (text) => {
  expect(links(text)).toEqual([])
})

test.each([
  ['https://аpple.com/x', 'https://xn--pple-43d.com/x'],
  ['https://аррӏе.com', 'https://xn--80ak6aa92e.com'],
  ['https://ɡoogle.com', 'https://xn--oogle-qmc.com'],
  ['https://gοοgle.com', 'https://xn--ggle-0nda.com'],
  ['https://bankж.com', 'https://xn--bank-34d.com'],
  ['https://例えabc.jp', 'https://xn--abc-763b408n.jp'],
])('%s is shown as %s', (text, shown) => {
  expect(links(text)).toMatchObject([{ href: text, text: shown }])
})

test.each([
  'https://münchen.de',
  'https://例え.jp/',
  'https://пример.рф/',
  'https://παράδειγμα.gr',
  'https://example.org',
])('%s is shown as it was written', (text) => {
  expect(links(text)).toHaveLength(1)
  expect(links(text)[0]?.text).toBeUndefined()
})
