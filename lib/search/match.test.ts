import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineEntry } from '../core/timeline/timeline-reader.ts'
import { OTHER, post, SELF } from '../storage/contract/fixtures.ts'
import { resolve } from './criteria.ts'
import { excerptAround } from './excerpt.ts'
import { fold } from './fold.ts'
import { createMatcher, findRanges } from './match.ts'
import { parseQuery } from './query.ts'

const entry = (content: string, part: Parameters<typeof post>[2] = {}): TimelineEntry => ({
  message: post(5, content, part),
  deleted: false,
  onlyHere: false,
})
const devices = [
  { deviceId: SELF, name: 'Desk' },
  { deviceId: OTHER, name: 'Phone' },
]
const finds = (typed: string, it: TimelineEntry, readUpTo = 0) =>
  createMatcher(resolve(parseQuery(typed), devices, SELF).criteria, { selfId: SELF, readUpTo })(it)
const marked = (content: string, ...words: string[]) =>
  findRanges(content, words.map(fold)).map(([a, b]) => content.slice(a, b))

describe('a message is found', () => {
  test.for([
    ['door', 'The Door code of the cabin'],
    ['cod doo', 'The Door code of the cabin'],
    ['"door code"', 'The door\ncode of the cabin'],
    ['ドアコード', '山小屋のドアコードは4711です'],
    ['密码', '门的密码是4711'],
    ['รหัส', 'ขอรหัสประตูหน่อย'],
    ['0042', 'INV-2026-00421'],
    ['grusse', 'Viele Grüße aus Köln'],
    ['has:link', 'see https://example.com/a'],
    ['has:code', 'run `npm start` now'],
    ['from:phone', 'anything'],
    ['to:all -from:desk', 'anything'],
    ['is:unread', 'anything'],
    ['-cabin', 'The door'],
  ] as const)('%s in %s', ([typed, content]) => expect(finds(typed, entry(content))).toBe(true))

  test.for([
    ['door', 'The code'],
    ['"code door"', 'The door code'],
    ['door -code', 'The door code'],
    ['from:desk', 'anything'],
    ['has:link', 'no address'],
    ['has:code', 'a man said so'],
    ['has:file', 'anything'],
    ['is:pinned', 'anything'],
    ['from:tablet', 'anything'],
  ] as const)('%s is not in %s', ([typed, content]) => expect(finds(typed, entry(content))).toBe(false))

  test('by its time, what was read of it, and while it is there', () => {
    const at = (year: number, month: number, date: number) => new Date(year, month - 1, date, 12).getTime()
    const noon = entry('x', { timestamp: at(2026, 10, 1) })
    expect(
      ['before:2026-10-01', 'before:2026-10-02', 'after:2026-10-01', 'after:2026-10-02'].map((it) => finds(it, noon)),
    ).toEqual([...[false, true, true, false]])
    expect([finds('is:unread', noon, 4), finds('is:unread', noon, 5)]).toEqual([true, false])
    expect(finds('is:unread', entry('x', { senderDeviceId: SELF }))).toBe(false)
    expect(finds('x', { ...entry('x'), deleted: true })).toBe(false)
    expect([
      finds('is:pinned', { ...noon, pinned: true }),
      finds('is:done -is:pinned', { ...noon, done: true }),
    ]).toEqual([true, true])
  })
})

describe('the found words', () => {
  test('are marked in the text as it was written', () => {
    expect(marked('Viele Grüße, GRÜSSE!', 'grusse')).toEqual(['Grüße', 'GRÜSSE'])
    expect(marked('naïve cafe\u0301', 'cafe', 'naive')).toEqual(['naïve', 'cafe\u0301'])
    expect(marked('the door  code', 'door code')).toEqual(['door  code'])
    expect(marked('abcabc', 'abca', 'bcab')).toEqual(['abcab'])
  })

  test('fold to what was looked for, wherever they stand', () => {
    const unit = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(unit, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), unit, (before, found, after) => {
        // A mark or a space at the edge joins what stands before it.
        fc.pre(
          /^[\p{L}\p{N}]/u.test(found) &&
            fold(found).trim() === fold(found) &&
            /^[\p{L}\p{N}]?$/u.test(after.slice(0, 1)),
        )
        const content = before + found + after
        const ranges = findRanges(content, [fold(found)])
        expect(ranges.length).toBeGreaterThan(0)
        for (const [from, to] of ranges) expect(fold(content.slice(from, to))).toContain(fold(found))
      }),
    )
  })

  test('stand in the excerpt as in the text', () => {
    const range = fc.tuple(fc.nat(3_000), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000, size: 'max' }), range, (content, [at, length]) => {
        fc.pre(content.length > 0)
        const from = at % content.length
        const to = Math.min(content.length, from + length)
        const { text, marks, cutStart, cutEnd } = excerptAround(content, [[from, to]])
        const [a, b] = marks[0] as [number, number]
        expect(text.slice(a, b)).toBe(content.slice(from, to))
        expect([cutStart, cutEnd]).toEqual([!content.startsWith(text), !content.endsWith(text)])
        expect(text.length).toBeLessThan(400)
      }),
    )
  })
})
