import { expect, test } from 'vitest'
import type { Row } from './rows.ts'
import { newStage, nextStage, type Stage } from './staged-rows.ts'

const row = (key: number, content = '') => ({ type: 'message', key: `m${key}`, entry: { content } }) as Row
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => row(from + index))
/** Room for 30 rows of one line each. */
const ROOM = 30 * 28
const keys = (stage: Stage) => stage.rows.map((it) => it.key)
const shown: Stage = { rows: rows(5, 10), shift: false, generation: 0, partial: false }

test('older messages alone: one step, kept from the end', () => {
  const target = rows(1, 10)
  expect(nextStage(shown, target, ROOM)).toEqual({ rows: target, shift: true, generation: 0, partial: false })
})

test('newer messages alone: one step, kept from the start', () => {
  const target = rows(5, 14)
  expect(nextStage(shown, target, ROOM)).toEqual({ rows: target, shift: false, generation: 0, partial: false })
})

test('older ones come while newest ones leave: first the beginning, then the end', () => {
  const target = rows(1, 7)
  const one = nextStage(shown, target, ROOM)
  expect(one.shift).toBe(true)
  expect(keys(one)).toEqual(rows(1, 10).map((it) => it.key))
  expect(nextStage(one, target, ROOM)).toEqual({ rows: target, shift: false, generation: 0, partial: false })
})

test('newer ones come while oldest ones leave: first the beginning, then the end', () => {
  const target = rows(8, 15)
  const one = nextStage(shown, target, ROOM)
  expect(one.shift).toBe(true)
  expect(keys(one)).toEqual(rows(8, 10).map((it) => it.key))
  expect(nextStage(one, target, ROOM)).toEqual({ rows: target, shift: false, generation: 0, partial: false })
})

test('nothing in common: a new list', () => {
  expect(nextStage(shown, rows(100, 110), ROOM)).toMatchObject({ shift: false, generation: 1 })
})

test('of a new list that is longer than the screen the end comes first, then what stands before it', () => {
  const target = rows(101, 200)
  const one = nextStage(shown, target, ROOM)
  expect(one).toEqual({ ...newStage(target, ROOM, 1), shift: false })
  expect(keys(one)).toEqual(rows(171, 200).map((it) => it.key))
  expect(nextStage(one, target, ROOM)).toEqual({ rows: target, shift: true, generation: 1, partial: false })
})

test('long messages take more room than short ones', () => {
  const target = Array.from({ length: 100 }, (_, index) => row(index, 'x'.repeat(600)))
  expect(newStage(target, ROOM, 0)).toMatchObject({ rows: target.slice(-7), partial: true })
  expect(newStage(target.slice(0, 7), ROOM, 0)).toMatchObject({ rows: target.slice(0, 7), partial: false })
})

test('what comes at the end of a new list while its beginning is still missing: first the beginning, then the end', () => {
  const one = newStage(rows(1, 100), ROOM, 0)
  const two = nextStage(one, rows(1, 101), ROOM)
  expect([keys(two), two.shift]).toEqual([rows(1, 100).map((it) => it.key), true])
  expect(nextStage(two, rows(1, 101), ROOM)).toEqual({
    rows: rows(1, 101),
    shift: false,
    generation: 0,
    partial: false,
  })
})

test('from and to an empty list', () => {
  expect(nextStage({ ...shown, rows: [] }, rows(1, 3), ROOM)).toMatchObject({
    shift: false,
    generation: 0,
    partial: false,
  })
  expect(nextStage(shown, [], ROOM)).toMatchObject({ rows: [], shift: false })
})
