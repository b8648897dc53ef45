import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolve } from './criteria.ts'
import { parseQuery } from './query.ts'

const text = (it: string, not = false) => ({ type: 'text', text: it, not })
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()
const [A, B, C] = ['a', 'b', 'c'].map((it) => `00000000-0000-4000-8000-00000000000${it}`) as [string, string, string]
const devices = [
  { deviceId: A, name: 'Phone' },
  { deviceId: B, name: 'Phone 2' },
  { deviceId: C, name: 'Müllers Mac' },
]

describe('a query', () => {
  test.for([
    ['Door CODE', [text('door'), text('code')]],
    ['"Door code" -cabin', [text('door code'), text('cabin', true)]],
    ['-"door code"', [text('door code', true)]],
    ['“Door code', [text('door code')]],
    ['"door ', [text('door')]],
    ['e-mail 12:30 https://x.y/z from', ['e-mail', '12:30', 'https://x.y/z', 'from'].map((it) => text(it))],
    ['', []],
    [' - "" ', []],
    [
      'from:Phone TO:"Work Mac"',
      [
        { type: 'from', name: 'phone', not: false },
        { type: 'to', name: 'work mac', not: false },
      ],
    ],
    ['-from:phone', [{ type: 'from', name: 'phone', not: true }]],
    [
      'before:2026-10-01 after:2025',
      [
        { type: 'before', at: day(2026, 10, 1), not: false },
        { type: 'after', at: day(2025, 1, 1), not: false },
      ],
    ],
    ['-before:2026-10', [{ type: 'after', at: day(2026, 10, 1), not: false }]],
    [
      'is:pinned is:DONE -is:unread',
      [
        { type: 'is', state: 'pinned', not: false },
        { type: 'is', state: 'done', not: false },
        { type: 'is', state: 'unread', not: true },
      ],
    ],
    [
      'has:link has:file -has:code',
      [
        { type: 'has', kind: 'link', not: false },
        { type: 'has', kind: 'file', not: false },
        { type: 'has', kind: 'code', not: true },
      ],
    ],
  ] as const)('%s', ([typed, terms]) => expect(parseQuery(typed)).toEqual({ terms, problems: [] }))

  test.for([
    ['before:soon', 'date'],
    ['after:2026-02-30', 'date'],
    ['before:2026-13', 'date'],
    ['is:blue', 'state'],
    ['has:bread', 'kind'],
    ['from:', 'empty'],
    ['-to:', 'empty'],
    ['from:""', 'empty'],
  ])('a part that means nothing is named, and the rest counts: %s', ([token, reason]) => {
    expect(parseQuery(`door ${token} code`)).toEqual({
      terms: [text('door'), text('code')],
      problems: [{ token, reason }],
    })
  })

  test('reads everything that can be typed', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('from:', 'before:', '"', '-', ' ', 'is:', '2026'),
    )
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => void parseQuery(parts.join(''))))
  })
})

describe('names of devices', () => {
  const idsOf = (typed: string) => {
    const { criteria, unknown } = resolve(parseQuery(typed), devices, A)
    return [criteria.flatMap((it) => ('ids' in it ? it.ids : [])), unknown]
  }

  test('a part is enough, and a full name means one device', () => {
    expect(idsOf('from:pho')).toEqual([[A, B], []])
    expect(idsOf('from:phone')).toEqual([[A], []])
    expect(idsOf('from:"phone 2"')).toEqual([[B], []])
    expect(idsOf('from:muller')).toEqual([[C], []])
    expect(idsOf('from:me')).toEqual([[A], []])
    expect(idsOf('to:all')).toEqual([['all'], []])
  })

  test('a name that no device has is told', () => expect(idsOf('from:tablet')).toEqual([[], ['tablet']]))
})
