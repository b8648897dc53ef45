import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldJson } from './fold.ts'
import { scanJson } from './scan.ts'
import { unfoldJson } from './unfold.ts'

const folded = (text: string) => {
  const { spans, more } = foldJson(scanJson(text))
  return [spans.map((it) => it.text).join(''), more]
}
const unfolded = (text: string) =>
  unfoldJson(scanJson(text))
    .map((it) => it.text)
    .join('')

test.each([
  ['{"job":"photos","files":41212,"errors":0}', '{ job: "photos", files: 41212, errors: 0 }', 0],
  [
    '{"job":"photos","files":41212,"errors":0,"took":"8 min 12 s","to":"nas","more":1}',
    '{ job: "photos", files: 41212, errors: 0, took: "8 min 12 s" …',
    2,
  ],
  ['{}', '{}', 0],
  ['[]', '[]', 0],
  ['[1,[2],{},{"a":1}]', '[1, […], {}, {…}]', 0],
  ['{"a b":null}', '{ "a b": null }', 0],
])('%j folds to %j', (text, line, more) => {
  expect(folded(text)).toEqual([line, more])
})

test('long numbers and names that come twice are shown as they were written', () => {
  const text = '{"id":12345678901234567890123,"a":1,"a":1.10,"e":1E+2}'
  expect(unfolded(text)).toBe('{\n  "id": 12345678901234567890123,\n  "a": 1,\n  "a": 1.10,\n  "e": 1E+2\n}')
})

test('any JSON keeps each of its tokens, folded or not', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.object(), fc.array(fc.jsonValue())),
      fc.constantFrom(undefined, 1, '\t'),
      (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(JSON.parse(unfolded(text))).toEqual(JSON.parse(text))
        expect(unfolded(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        const [line] = folded(text)
        expect(String(line).isWellFormed()).toBe(true)
      },
    ),
  )
})
