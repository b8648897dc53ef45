import { expect, test } from 'vitest'
import { firstLine } from './first-line.ts'

test.each([
  ['Guest Wi-Fi: blackbird-24\nand more', 'Guest Wi-Fi: blackbird-24'],
  ['\n\n  # The plan\n', 'The plan'],
  ['> quoted', 'quoted'],
  ['- [ ] milk', 'milk'],
  ['```ts\nconst a = 1\n```', 'const a = 1'],
  ['#hashtag', '#hashtag'],
  [' \n ', ''],
  ['', ''],
])('of %j it is %j', (text, line) => expect(firstLine(text)).toBe(line))

test('it is short, however long the text is', () => {
  expect(firstLine('x'.repeat(65_536))).toHaveLength(200)
})
