import { afterEach, expect, test, vi } from 'vitest'
import { lookAround, perSurroundings } from './surroundings.ts'
import { dayOf, formatClock, formatDay } from './time.ts'

const { TZ } = process.env
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  vi.unstubAllGlobals()
  lookAround()
})

const noon = Date.UTC(2026, 2, 18, 12)

function travel(zone: string): void {
  process.env.TZ = zone
  lookAround()
}

test('times and days follow the time zone of the machine', () => {
  travel('UTC')
  expect([formatClock(noon), dayOf(noon)]).toEqual([expect.stringMatching(/12:00/), Date.UTC(2026, 2, 18)])
  travel('Asia/Tokyo')
  expect([formatClock(noon), dayOf(noon)]).toEqual([expect.stringMatching(/9:00|21:00/), Date.UTC(2026, 2, 17, 15)])
  travel('Pacific/Kiritimati')
  expect(formatDay(noon, noon - 86_400_000)).toMatch(/Thursday.*19|19.*Thursday/)
})

test('dates follow the language', () => {
  travel('UTC')
  const day = () => formatDay(Date.UTC(2024, 2, 3), noon)
  vi.stubGlobal('navigator', { language: 'en-US' })
  lookAround()
  expect(day()).toBe('March 3, 2024')
  vi.stubGlobal('navigator', { language: 'de-DE' })
  lookAround()
  expect(day()).toBe('3 March 2024')
})

test('a value is made once in the same surroundings', () => {
  const make = vi.fn(() => ({}))
  const value = perSurroundings(make)
  const first = value()
  lookAround()
  expect(value()).toBe(first)
  travel('Asia/Kathmandu')
  expect(value()).not.toBe(first)
  expect(make).toHaveBeenCalledTimes(2)
})
