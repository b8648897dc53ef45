import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { hardTexts } from '../../../bench/browser/hard-texts.ts'
import { texts } from '../../../e2e/fixtures/texts.ts'
import { MarkdownView } from './markdown-view.tsx'

const html = (text: string, meant = false) =>
  renderToStaticMarkup(<MarkdownView text={text} meant={meant} plain="(plain)" />).replace(/^<div[^>]*>|<\/div>$/g, '')
const bare = (text: string, meant = false) => html(text, meant).replace(/<(\w+) [^>]*>/g, '<$1>')

test.each([
  [
    '**two** and *one* ~~none~~ `type 550`',
    '<p><strong>two</strong> and <em>one</em> <s>none</s> <code>type 550</code></p>',
  ],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['> a\n\nb', '<blockquote><p>a</p></blockquote><p>b</p>'],
  ['## a\nb', '<p>a</p><p>b</p>'],
  ['a\nb', '<p>a\nb</p>'],
  ['a\n\n---\n\nb', '<p>a</p><p>---</p><p>b</p>'],
  ['a\n---', '<p>a</p><p>---</p>'],
])('%j is %s', (text, expected) => {
  expect(bare(text)).toBe(expected)
})

test.each([
  '2 * 3 * 4',
  '5*3*2',
  'src/*/test/*',
  '__init__ and snake_case_name',
  'C:\\dir\\*',
  '\\*not\\*',
  '&amp; &copy;',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '[a](data:text/html,x)',
  '[a](https://bank.example@evil.example/)',
  '[a](//evil.example)',
  '[a]: https://example.org',
  'f(*args, **kwargs)',
  '|a|b|\n|-|-|',
  '- - -',
])('%j keeps every sign, beside other markup, too', (text) => {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  expect(html(text)).toBe(`<p>${escaped}</p>`)
})

test('a task shows whether it is done', () => {
  expect(html('- [ ] milk\n- [x] bread')).toMatch(/aria-label="To do".*milk.*aria-label="Done".*bread/)
})

test('a link shows its host, unless the words are the address', () => {
  expect(html('[the page](https://example.org/a)')).toMatch(
    /<a href="https:\/\/example.org\/a"[^>]*rel="noopener noreferrer nofollow"[^>]*>the page<\/a><bdi[^>]*> \(example.org\)<\/bdi>/,
  )
  expect(html('[https://bank.example](https://evil.example)')).toContain(' (evil.example)')
  expect(html('[https://a.example/](https://a.example/)')).not.toContain('<bdi')
  expect(html('[x](https://аpple.com/)')).toContain(' (xn--pple-43d.com)')
  expect(html('[me](mailto:me@example.org)')).toContain(' (me@example.org)')
})

test('a picture is not fetched: it is a link', () => {
  expect(html('![a](https://example.org/a.png)')).toMatch(/^<p><a href="https:\/\/example.org\/a.png"[^>]*>a<\/a>/)
})

test('no link around text that turns its direction', () => {
  expect(html('[gpj\u202eexe](https://example.org/)')).not.toContain('<a ')
})

test('code has its language and keeps its lines', () => {
  expect(html('```sh\ndu -xh | sort\n\n  # end\n```')).toMatch(/Shell.*<code[^>]*>du -xh \| sort\n\n {2}# end<\/code>/s)
})

const ALLOWED = /^(p|strong|em|s|ul|ol|li|blockquote|code|pre|a|bdi|div|span|button|svg|path|rect|circle)$/
const pieces = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  '# ',
  '[',
  '](',
  ')',
  '[x] ',
  '<b>',
  '\\',
  '&amp;',
  '![',
  'https://a.example',
  'javascript:',
  ' ',
  '    ',
  '\t',
  '|',
  '---',
  'ab',
  'é',
  '日本',
  '😀',
  '\u202e',
  '\u0301',
  '\ud800',
  '\0',
]
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
)

test('no text throws, makes an element of another kind, or a link that leads elsewhere', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (text, meant) => {
      const made = html(text, meant)
      for (const [, tag = ''] of made.matchAll(/<([a-z0-9]+)/gi)) expect(tag).toMatch(ALLOWED)
      for (const [, href = ''] of made.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(https?:\/\/|mailto:)/)
      expect(made).not.toMatch(/ (src|srcset|style|on\w+)=/)
    }),
    { numRuns: 2_000 },
  )
})

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join('') ?? ''

test('a fence keeps the words beside it, with and without a line of code', () => {
  expect(html('~~~~# 日本')).toContain('日本')
  expect(html('~~~~# 日本\n*')).toContain('# 日本')
  expect(html('```js  the  file.js\n1\n```')).toContain('>JavaScript the  file.js<')
})

test('a text that does not say it is Markdown keeps its words', () => {
  const noFence = pieces.filter(
    (it) => !['```', '1. ', '[x] ', 'https://a.example', '](', '<b>', '&amp;', '\0', '\ud800'].includes(it),
  )
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...noFence), { maxLength: 60 }).map((all) => all.join('')),
      (text) => {
        const shown = html(text)
          .replace(/(?:>Code<|>Copy<)/g, '><')
          .replace(/<[^>]*>/g, '')
          .replace(/&gt;/g, '>')
          .replace(/&lt;/g, '<')
          .replace(/&amp;/g, '&')
        expect(wordsOf(shown)).toBe(wordsOf(text))
      },
    ),
    { numRuns: 2_000 },
  )
})

test.each([
  ...Object.values(hardTexts),
  ...texts(120),
  ...['[', '*', '>', '- ', '`', '**a', '[a](', '> - ', '~~a '].map((it) => it.repeat(65_536 / it.length)),
])('a hard text is parsed quickly (case %#)', (text) => {
  const before = performance.now()
  html(text)
  html(text, true)
  expect(performance.now() - before).toBeLessThan(2_000)
})
