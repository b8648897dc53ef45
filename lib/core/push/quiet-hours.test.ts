import { expect, test } from 'vitest'
import { isQuiet } from './quiet-hours.ts'

const at = (time: string) => new Date(`2026-03-04T${time}`)
const night = { from: 22 * 60, to: 7 * 60 }
const noon = { from: 12 * 60, to: 13 * 60 + 30 }

test.each([
  ['21:59', night, false],
  ['22:00', night, true],
  ['00:00', night, true],
  ['06:59', night, true],
  ['07:00', night, false],
  ['11:59', noon, false],
  ['12:00', noon, true],
  ['13:29', noon, true],
  ['13:30', noon, false],
  ['08:00', { from: 480, to: 480 }, false],
  ['03:00', null, false],
])('at %s with %j: %s', (time, hours, quiet) => expect(isQuiet(hours, at(time))).toBe(quiet))
