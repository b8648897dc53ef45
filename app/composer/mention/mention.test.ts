import { expect, test } from 'vitest'
import { matching, mentionAt, withoutMention } from './mention.ts'

const at = (text: string) => mentionAt(text, text.length)?.query ?? null

test.each([
  ['@', ''],
  ['see @pi', 'pi'],
  ['a\n@Pixel 9', 'Pixel 9'],
  ['me@example', null],
  ['@ ', null],
  ['@@', null],
  ['a @b\nc', null],
  [`@${'x'.repeat(40)}`, null],
])('%j asks for %j', (text, query) => {
  expect(at(text)).toBe(query)
})

test('a name is found by the beginning of any word of it, whatever its accents and case', () => {
  const receivers = ['All devices', 'Kitchen iPad', 'Écran', 'Pixel 9'].map((name) => ({ id: name, name }))
  const names = (query: string) => matching(receivers, query).map((it) => it.name)
  expect(names('')).toHaveLength(4)
  expect(names('IP')).toEqual(['Kitchen iPad'])
  expect(names('ecr')).toEqual(['Écran'])
  expect(names('pixel 9')).toEqual(['Pixel 9'])
  expect(names('xel')).toEqual([])
})

test.each([
  ['buy @pi milk', 7, 'buy milk', 4],
  ['@pi', 3, '', 0],
  ['@pi milk', 3, 'milk', 0],
  ['milk @pi', 8, 'milk ', 5],
])('the name goes from %j', (text, caret, rest, next) => {
  const mention = mentionAt(text, caret)
  expect(mention && withoutMention(text, mention)).toEqual({ text: rest, caret: next })
})
