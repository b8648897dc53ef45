import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldWithOffsets } from './fold.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'grapheme-composite' }),
)

describe('folding', () => {
  test.for([
    ['Grüße', 'GRUSSE'],
    ['Straße', 'strasse'],
    ['naïve café', 'naive cafe'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ἀθῆναι', 'αθηναι'],
    ['ISPARTA ışık', 'isparta isik'],
    ['İstanbul', 'istanbul'],
    ['Ёлка', 'елка'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['e\u0301te\u0301', 'été'],
    ['ﬁle', 'file'],
    ['מִילָה', 'מילה'],
    ['مُحَمَّد', 'محمد'],
    ['don’t', "don't"],
    ['“quoted”', '"quoted"'],
    ['a – b', 'a - b'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['two  spaces\r\nand a line', 'two spaces and a line'],
    ['❤️', '❤'],
    ['각', '\u1100\u1161\u11a8'],
  ] as const)('%s and %s are one', ([a, b]) => expect(fold(a)).toBe(fold(b)))

  test.for([
    ['か', 'が'],
    ['は', 'ぱ'],
    ['กัน', 'กน'],
    ['की', 'कि'],
    ['가', '나'],
  ] as const)('%s and %s stay apart', ([a, b]) => expect(fold(a)).not.toBe(fold(b)))

  test('a folded text stays as it is', () => {
    fc.assert(fc.property(text, (it) => void expect(fold(fold(it))).toBe(fold(it))))
  })

  test('with and without offsets it is the same', () => {
    fc.assert(fc.property(text, (it) => void expect(foldWithOffsets(it).text).toBe(fold(it))))
  })

  test('every range of the folded text leads to a part of the original that folds to it', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (it, a, b) => {
        const folded = foldWithOffsets(it)
        fc.pre(folded.text.length > 0)
        const from = a % folded.text.length
        const to = from + 1 + (b % (folded.text.length - from))
        const [start, end] = folded.original(from, to)
        expect(fold(it.slice(start, end))).toContain(folded.text.slice(from, to))
      }),
    )
  })
})
