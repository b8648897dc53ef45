import { expect, test } from 'vitest'
import { formatCountdown, formatDay, formatPast } from './time.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-03-18T12:00:00')

test('a day is named by how far back it is', () => {
  expect(formatDay(at('2026-03-18T00:00:00'), now)).toBe('Today')
  expect(formatDay(at('2026-03-17T23:59:59'), now)).toBe('Yesterday')
  expect(formatDay(at('2026-03-12T08:00:00'), now)).toBe('Thursday')
  expect(formatDay(at('2026-03-11T08:00:00'), now)).toMatch(/Wednesday.*11|11.*Wednesday/)
  expect(formatDay(at('2025-03-11T08:00:00'), now)).toContain('2025')
})

test('a day ahead of the clock is not called by a weekday', () => {
  expect(formatDay(at('2026-03-20T08:00:00'), now)).toContain('20')
})

test('the past reads on from a sentence', () => {
  expect(formatPast(now - 20_000, now)).toBe('just now')
  expect(formatPast(now + 5_000, now)).toBe('just now')
  expect(formatPast(now - 60_000, now)).toBe('1 minute ago')
  expect(formatPast(now - 59 * 60_000, now)).toBe('59 minutes ago')
  expect(formatPast(at('2026-03-18T08:30:00'), now)).toMatch(/^at \d/)
  expect(formatPast(at('2026-03-17T08:30:00'), now)).toBe('yesterday')
  expect(formatPast(at('2026-03-14T08:30:00'), now)).toBe('on Saturday')
})

test('a countdown ends at zero and not below', () => {
  expect(formatCountdown(300_000)).toBe('5:00')
  expect(formatCountdown(6_500)).toBe('0:07')
  expect(formatCountdown(-1)).toBe('0:00')
})
