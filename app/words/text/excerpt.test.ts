import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

test('an ordinary text is shown whole', () => {
  expect(excerptOf('hello')).toBeNull()
  expect(excerptOf('x'.repeat(1_800))).toBeNull()
  expect(excerptOf('a\n'.repeat(25))).toBeNull()
})

test('a long text is cut at a word, and what is shown is its beginning', () => {
  const text = 'some words '.repeat(400)
  const head = excerptOf(text) ?? ''
  expect(text.startsWith(head)).toBe(true)
  expect(head.endsWith('some') || head.endsWith('words')).toBe(true)
  expect(head.length).toBeGreaterThan(900)
})

test('many short lines are cut at a line', () => {
  expect(excerptOf('line\n'.repeat(40))).toBe(Array(16).fill('line').join('\n'))
})

test('no character is cut in two', () => {
  const family = '👩‍👩‍👧‍👦'
  const head = excerptOf(`x${family.repeat(400)}`) ?? ''
  expect(head.length).toBeGreaterThan(1_000)
  expect(head.length).toBeLessThanOrEqual(1_100)
  expect((head.length - 1) % family.length).toBe(0)
})
