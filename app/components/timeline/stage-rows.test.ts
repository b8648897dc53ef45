import { expect, test } from 'vitest'
import type { Row } from './rows.ts'
import { nextStage, type Stage } from './stage-rows.ts'

const row = (key: number) => ({ type: 'message', key: `m${key}` }) as Row
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => row(from + index))
const keys = (stage: Stage) => stage.rows.map((it) => it.key)
const shown: Stage = { rows: rows(5, 10), shift: false, generation: 0 }

test('older messages alone: one step, kept from the end', () => {
  const target = rows(1, 10)
  expect(nextStage(shown, target)).toEqual({ rows: target, shift: true, generation: 0 })
})

test('newer messages alone: one step, kept from the start', () => {
  const target = rows(5, 14)
  expect(nextStage(shown, target)).toEqual({ rows: target, shift: false, generation: 0 })
})

test('older ones come while newest ones leave: first the beginning, then the end', () => {
  const target = rows(1, 7)
  const one = nextStage(shown, target)
  expect(one.shift).toBe(true)
  expect(keys(one)).toEqual(rows(1, 10).map((it) => it.key))
  expect(nextStage(one, target)).toEqual({ rows: target, shift: false, generation: 0 })
})

test('newer ones come while oldest ones leave: first the beginning, then the end', () => {
  const target = rows(8, 15)
  const one = nextStage(shown, target)
  expect(one.shift).toBe(true)
  expect(keys(one)).toEqual(rows(8, 10).map((it) => it.key))
  expect(nextStage(one, target)).toEqual({ rows: target, shift: false, generation: 0 })
})

test('nothing in common: a new list', () => {
  expect(nextStage(shown, rows(100, 110))).toMatchObject({ shift: false, generation: 1 })
})

test('from and to an empty list', () => {
  expect(nextStage({ ...shown, rows: [] }, rows(1, 3))).toMatchObject({ shift: false, generation: 0 })
  expect(nextStage(shown, [])).toMatchObject({ rows: [], shift: false })
})
