import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HistoryPage, PageSignature } from '../core/timeline/page-reader.ts'
import { OTHER, post, SELF } from '../storage/contract/fixtures.ts'
import type { Criterion } from './criteria.ts'
import { fold } from './fold.ts'
import { createMatcher } from './match.ts'
import { createPageFilter, signatureOf } from './signature.ts'

const pageOf = (texts: readonly string[], part: Parameters<typeof post>[2] = {}): HistoryPage => ({
  first: 1,
  last: texts.length,
  sealed: true,
  entries: texts.map((text, at) => ({ message: post(at + 1, text, part), deleted: false, onlyHere: false })),
})
const text = (it: string): Criterion => ({ type: 'text', text: fold(it), not: false })
const mayHold = (signature: PageSignature, ...criteria: Criterion[]) => createPageFilter(criteria)(signature)

test('never says no of a page that holds a match', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 30 })
  const criterion = fc.oneof(
    fc.record({
      type: fc.constantFrom('from' as const, 'to' as const),
      ids: fc.subarray([SELF, OTHER, 'all']),
      not: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('has' as const),
      kind: fc.constantFrom('link' as const, 'code' as const, 'file' as const),
      not: fc.boolean(),
    }),
    fc.record({ type: fc.constantFrom('before' as const, 'after' as const), at: fc.nat(40), not: fc.constant(false) }),
  )
  fc.assert(
    fc.property(
      words,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.array(criterion, { maxLength: 2 }),
      (texts, which, a, b, others) => {
        const page = pageOf(texts)
        const folded = fold(texts[which % texts.length] as string)
        const from = a % (folded.length + 1)
        const wanted = folded.slice(from, from + 1 + (b % 12))
        const criteria = wanted === '' ? others : [...others, { type: 'text' as const, text: wanted, not: false }]
        const matches = createMatcher(criteria, { selfId: SELF, readUpTo: 0 })
        if (page.entries.some(matches)) expect(mayHold(signatureOf(page), ...criteria)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('says no of most pages that hold none', () => {
  const line = (page: number, at: number) =>
    `message ${at} of page ${page}, about the garden, the kitchen and number ${page * 7_919 + at}`
  const pages = Array.from({ length: 30 }, (_, page) =>
    signatureOf(pageOf(Array.from({ length: 300 }, (_, at) => line(page, at)))),
  )
  const counted = (...criteria: Criterion[]) => pages.filter((it) => mayHold(it, ...criteria)).length
  expect(counted(text('garden'))).toBe(30)
  expect(counted(text('zeppelin'))).toBe(0)
  expect(counted(text('ドア'))).toBeLessThan(6)
  expect(counted({ type: 'from', ids: [OTHER], not: false })).toBe(30)
  expect(counted({ type: 'from', ids: [SELF], not: false })).toBeLessThan(6)
  expect(counted({ type: 'has', kind: 'link', not: false })).toBeLessThan(6)
  expect(counted({ type: 'before', at: 1, not: false })).toBe(0)
  expect(counted({ ...text('garden'), not: true })).toBe(30)
})

test('takes little room', () => {
  const few = signatureOf(pageOf(['one short text']))
  expect(few.bits.length).toBeLessThan(200)
  const random = fc.sample(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 60 }), 1_000)
  expect(signatureOf(pageOf(random)).bits.length).toBeLessThan(45_000)
})
