import { expect, test } from 'vitest'
import { contentKind } from './content-kind.ts'

const kind = (text: string, type = 'text/plain') => contentKind(text, type).kind

test.each([
  '2 * 3 * 4',
  'snake_case_name and __init__',
  'C:\\dir\\*',
  '1. ',
  '1. only one',
  '---------------',
  '- - -',
  '* * *',
  ':-* and <3 and >_<',
  '*shrug',
  '5*3*2 = 30',
  'src/*/test/*',
  'char *p = *q;',
  '#1 in the list',
  '# one line',
  '> 90 % of them',
  '- a dash',
  "`foo' and `bar'",
  'Price 5* … without* VAT',
  'a ~ b ~ c',
  '[not a link](but words)',
  '[javascript](javascript:alert(1))',
  'f(*args, **kwargs)',
  '2024. A year',
  '&amp; &lt;b&gt;',
  '<b>bold?</b>',
  '[2]',
  '{}',
  '{ not json }',
  'Call me at 418207',
  'The post code is 10115',
  'error code 500404',
  'See you in 2027',
  '1',
  '123',
  '☺︎',
  '',
  '   ',
])('%j stays as it was written', (text) => {
  expect(kind(text)).toBe('plain')
})

test.each([
  'Dinner is **moved** to 19:30',
  'It is *important*.',
  '~~no~~ yes',
  'run `npm start` first',
  'see [the page](https://example.org/a)',
  'For Saturday:\n- lemons\n- leeks',
  '1. one\n2. two',
  '- [ ] milk',
  '- [x] bread',
  '> quoted\n\nanswer',
  '## Heading\n\ntext',
  'Look:\n```js\nconst a = 1\n```',
  '**太字**です',
])('%j is Markdown', (text) => {
  expect(contentKind(text, 'text/plain')).toEqual({ kind: 'markdown', meant: false })
})

test('the sender may say that it is Markdown', () => {
  expect(contentKind('no markup', 'text/markdown; charset=utf-8')).toEqual({ kind: 'markdown', meant: true })
})

test.each([
  ['print(1)', 'text/x-python', 'python'],
  ['ls', 'application/x-sh', 'sh'],
  ['a{}', 'text/css', 'css'],
  ['<p>', 'text/html', 'html'],
  ['x', 'text/x-brainfuck', null],
  ['{ broken', 'application/json', 'json'],
  ['function a() {\n  return 1\n}', 'text/plain', null],
])('%j as %s is code in %s', (text, type, language) => {
  expect(contentKind(text, type)).toEqual({ kind: 'code', language })
})

test.each([
  ['{"a":1}', 'application/json'],
  ['[]', 'application/json'],
  ['{"a":1}', 'application/activity+json'],
  ['{"a":1,"a":2}', 'text/plain'],
  [' [1, 2, 3]\n', 'text/plain'],
])('%j as %s is JSON', (text, type) => {
  expect(kind(text, type)).toBe('json')
})

test.each(['👍', '👍🏽', '👩‍👩‍👧‍👦', '🇪🇺 🏳️‍🌈', '❤️', '1️⃣', ' 🎉🎉🎉\n'])('%j is emoji alone', (text) => {
  expect(kind(text)).toBe('emoji')
})

test.each(['👍👍👍👍', 'ok 👍', '👍!'])('%j is not', (text) => {
  expect(kind(text)).toBe('plain')
})

test.each([
  ['W'.repeat(65_000)],
  [`**a** ${'W'.repeat(65_000)}`],
  [`**a** a${'\u0301'.repeat(30_000)}`],
  [`**a**\n${'\n'.repeat(60_000)}`],
  [`**a** ${'\u2067a\u2069'.repeat(9_000)}`],
  ['['.repeat(10_000) + ']'.repeat(10_000)],
  ['['.repeat(65_536)],
  [`{"a":"${'x'.repeat(60_000)}"}`],
])('a text that is slow to lay out stays plain (case %#)', (text) => {
  expect(kind(text)).toBe('plain')
  expect(kind(text, 'text/markdown')).toBe('plain')
  expect(kind(text, 'application/json')).toBe('plain')
})
