import { expect, test } from 'vitest'
import { texts } from '../../../e2e/fixtures/texts.ts'
import { piecesOf } from './pieces.ts'

const whole = (text: string) =>
  piecesOf(text)
    .map((it) => it.text)
    .join('')

test('the pieces are the text, whatever it holds', () => {
  const hard = [
    'W'.repeat(65_000),
    `a${'\u0301'.repeat(30_000)}`,
    '\n'.repeat(65_000),
    '👩‍👩‍👧‍👦'.repeat(2_600),
    'a b\n'.repeat(9_000),
  ]
  for (const text of [...texts(60), ...hard]) {
    expect(whole(text)).toBe(text)
    for (const { start, text: part } of piecesOf(text)) {
      expect(text.startsWith(part, start)).toBe(true)
      expect(part.isWellFormed()).toBe(true)
    }
  }
})

test('a text is cut after a line, and a paragraph of words stays in one piece', () => {
  const line = `${'word '.repeat(100)}\n`
  for (const { text, torn } of piecesOf(line.repeat(40))) expect([text.endsWith('\n'), torn]).toEqual([true, false])
  const paragraph = `${'word '.repeat(900)}end.\n`
  expect(piecesOf(paragraph.repeat(2)).map((it) => it.text)).toEqual([paragraph, paragraph])
})

test('a word without end is cut into pieces that a browser can lay out, between two characters', () => {
  const pieces = piecesOf('W'.repeat(65_000))
  expect(Math.max(...pieces.map((it) => it.text.length))).toBeLessThanOrEqual(2_000)
  expect(pieces.every((it) => it.torn)).toBe(true)
  const family = '👩‍👩‍👧‍👦'
  for (const { text } of piecesOf(family.repeat(2_600))) expect(text.length % family.length).toBe(0)
})

test('an address is never cut without a word of it', () => {
  const address = `https://example.org/${'a'.repeat(300)} `
  for (const { text, torn } of piecesOf(address.repeat(100))) expect([text.endsWith(' '), torn]).toEqual([true, false])
})
