import { expect, test } from 'vitest'
import { datesIn } from './dates.ts'
import { phonesIn } from './phones.ts'

test.each([
  ['Call +49 30 901820.', ['tel:+4930901820']],
  ['+1 (555) 123-4567 or +44.20.7946.0958', ['tel:+15551234567', 'tel:+442079460958']],
  ['+4915112345678', ['tel:+4915112345678']],
  ['1 +2345678', ['tel:+2345678']],
])('%j holds %j', (text, hrefs) => {
  expect(phonesIn(text).map((it) => it.href)).toEqual(hrefs)
})

test.each(['+1', '2+3456789', 'a=+49301234567', '+49 30', '+123456789012345678', 'C++20', '?a=b+1234567890'])(
  '%j holds none',
  (text) => {
    expect(phonesIn(text)).toEqual([])
  },
)

test.each([
  ['on 2026-11-27, at ten', ['2026-11-27']],
  ['am 7.1.2027.', ['2027-01-07']],
  ['2026-02-29 31.2.2026 2026-13-01 1.2.3.2026 2026-11-27-1', []],
  ['2024-02-29', ['2024-02-29']],
])('%j holds the dates %j', (text, dates) => {
  expect(datesIn(text).map((it) => it.iso)).toEqual(dates)
})
