import { expect, test } from 'vitest'
import { presenceWords } from './presence.ts'

/** A Thursday, 14:00 by the clock of the machine. */
const now = new Date(2026, 9, 15, 14).getTime()
const ago = (minutes: number) => now - minutes * 60_000
const seen = (lastSeen: number, online = false) => ({ online, lastSeen, access: 'full' as const })

test('a device that is here now says so, and what it lacks once that is more than what is in flight', () => {
  expect(presenceWords(seen(now, true), 0, now, true)).toBe('Now')
  expect(presenceWords(seen(now, true), 10, now, true)).toBe('Now')
  expect(presenceWords(seen(now, true), 1_118, now, true)).toBe('Now, lacks 1,118')
})

test('the longer a device is away, the coarser the words', () => {
  expect(presenceWords(seen(ago(0)), 0, now, true)).toBe('Seen just now')
  expect(presenceWords(seen(ago(5)), 0, now, true)).toBe('Seen 5 min ago')
  expect(presenceWords(seen(ago(150)), 3, now, true)).toBe('Seen 2 h ago, lacks 3')
  expect(presenceWords(seen(ago(26 * 60)), 0, now, true)).toBe('Asleep since yesterday')
  expect(presenceWords(seen(ago(3 * 24 * 60)), 118, now, true)).toBe('Asleep since Monday, lacks 118')
})

test('without a connection nothing is said to be so now', () => {
  expect(presenceWords(seen(now, true), 5_000, now, false)).toBe('Was here')
  expect(presenceWords(seen(ago(5)), 0, now, false)).toMatch(/^Seen at (1|13):55/)
  expect(presenceWords(seen(ago(3 * 24 * 60)), 118, now, false)).toBe('Asleep since Monday')
})

test('a script says that it only sends, and lacks nothing', () => {
  const script = (lastSeen: number, online = false) => ({ online, lastSeen, access: 'send' as const })
  expect(presenceWords(script(ago(660)), 900, now, true)).toMatch(/^Only sends, last at 0?3:00/)
  expect(presenceWords(script(ago(26 * 60)), 900, now, true)).toBe('Only sends, last yesterday')
  expect(presenceWords(script(ago(3 * 24 * 60)), 900, now, true)).toBe('Only sends, last on Monday')
  expect(presenceWords(script(now, true), 900, now, true)).toBe('Only sends, now here')
})
