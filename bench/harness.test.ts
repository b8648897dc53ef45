import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { measure } from './measure.ts'
import type { Line, Row } from './row.ts'
import { median, percentile } from './statistics.ts'
import { figure, table } from './table.ts'

const line: Line = {
  what: 'things done',
  figure: 'rate',
  unit: 'things/s',
  better: 'more',
  side: 'roost',
  against: 'bare',
  target: 0.5,
}
const row = (...lines: Line[]): Row => ({ id: 'things', work: 'does things', lines, open: async () => nothing })
const nothing = { sides: {}, [Symbol.asyncDispose]: async () => {} }
const rates = (...values: (number | undefined)[]) => values.map((rate) => ({ rate }))

test('the median is the middle, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 3, 2])).toBe(2.5)
  expect(() => median([])).toThrow(RangeError)
})

test('a percentile is a value that occurred', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index)
  expect(percentile(values, 0.99)).toBe(198)
  expect(percentile(values, 0.5)).toBe(100)
  expect(percentile([3], 0)).toBe(3)
})

test('a ratio is that of the medians, its spread that of single rounds', () => {
  const measured = { roost: rates(50, 90, 60), bare: rates(100, 100, 150) }
  expect(judge(row(line), measured)).toMatchObject([
    { row: 'things', value: 60, limit: 100, ratio: 0.6, spread: [0.4, 0.9], reached: true },
  ])
  expect(judge(row({ ...line, target: 0.61 }), measured)).toMatchObject([{ reached: false }])
})

test('less can be what is better, and a limit a fixed number', () => {
  const late: Line = { ...line, figure: 'late', unit: 'ms', better: 'less', against: 100, target: 1 }
  const measured = (late: number) => ({ roost: [{ late }] })
  expect(judge(row(late), measured(80))).toMatchObject([{ value: 80, limit: 100, ratio: 0.8, reached: true }])
  expect(judge(row(late), measured(101))).toMatchObject([{ reached: false }])
})

test('what was not run is not judged', () => {
  expect(judge(row(line), { roost: rates(1) })).toEqual([])
  expect(judge(row(line), { roost: rates(undefined), bare: rates(1) })).toEqual([])
})

test('sides take turns, after one round to warm up that does not count, and all is put away', async () => {
  const ran: string[] = []
  const side = (name: string) => async () => ({ rate: ran.push(name) })
  const measured = await measure(
    {
      ...row(line),
      open: async (size) => ({
        sides: { roost: side(`roost ${size}`), bare: side('bare') },
        [Symbol.asyncDispose]: async () => void ran.push('put away'),
      }),
    },
    { rounds: 2, size: 'tiny' },
  )
  expect(ran).toEqual(['roost tiny', 'bare', 'bare', 'roost tiny', 'roost tiny', 'bare', 'put away'])
  expect(measured).toEqual({ roost: rates(4, 5), bare: rates(3, 6) })
})

test('the table says figures that can be read, and whether each was reached', () => {
  const measured = { roost: rates(12_345.6), bare: rates(20_000) }
  const lines = table(judge(row(line, { ...line, target: 0.7 }), measured)).split('\n')
  expect(lines[1]).toMatch(
    /^things {2}things done +12,300 things\/s +20,000 things\/s +0\.62 .*at least 0\.5 +reached$/,
  )
  expect(lines[2]).toMatch(/at least 0\.7 +NOT reached$/)
  expect([0.012345, 1.5, 123_456].map(figure)).toEqual(['0.012', '1.5', '123,000'])
})
