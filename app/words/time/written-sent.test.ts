import { expect, test } from 'vitest'
import { formatClock } from './time.ts'
import { writtenSentWords } from './written-sent.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-03-18T23:00:00')
const sent = at('2026-03-18T21:46:00')
const words = (composedAt: number | null, storedAt: number | null = sent) =>
  writtenSentWords({ composedAt, storedAt }, now)

test('both times are said when more than a minute lies between them, whichever clock is ahead', () => {
  const written = at('2026-03-18T21:44:00')
  expect(words(written)).toBe(`written ${formatClock(written)}, sent ${formatClock(sent)}`)
  const ahead = at('2026-03-18T22:00:00')
  expect(words(ahead)).toBe(`written ${formatClock(ahead)}, sent ${formatClock(sent)}`)
  expect(words(sent - 60_001)).not.toBeNull()
})

test('one time is enough for a message that went out within a minute, waits, or came without', () => {
  for (const near of [sent, sent - 60_000, sent + 60_000, null]) expect(words(near)).toBeNull()
  expect(words(1, null)).toBeNull()
})

test('another day is named', () => {
  const written = at('2026-03-17T23:50:00')
  expect(words(written)).toBe(`written Yesterday, ${formatClock(written)}, sent ${formatClock(sent)}`)
  expect(words(at('2025-03-17T23:50:00'))).toContain('2025')
})
