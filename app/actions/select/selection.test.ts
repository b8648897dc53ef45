import { expect, test } from 'vitest'
import { extended, type Selection, toggled, without } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = (selection: Selection | null) => [...(selection?.ids ?? [])].sort()

test('a message is chosen and let go, and nothing chosen is no selection', () => {
  const one = toggled(null, 'b')
  expect(one).toEqual({ ids: new Set(['b']), anchor: 'b' })
  const two = toggled(one, 'd')
  expect([ids(two), two?.anchor]).toEqual([['b', 'd'], 'd'])
  expect(ids(toggled(two, 'b'))).toEqual(['d'])
  expect(toggled(one, 'b')).toBeNull()
})

test('a range runs both ways from where it began, and keeps what was chosen before', () => {
  const start = toggled(toggled(null, 'a'), 'c')
  expect(ids(extended(start, 'e', order))).toEqual(['a', 'c', 'd', 'e'])
  const back = extended(extended(start, 'd', order), 'b', order)
  expect([ids(back), back.anchor]).toEqual([['a', 'b', 'c', 'd'], 'c'])
})

test('a range from nothing, or from a message that is gone, is the message itself', () => {
  expect(ids(extended(null, 'b', order))).toEqual(['b'])
  expect(ids(extended({ ids: new Set(['x']), anchor: 'x' }, 'b', order))).toEqual(['b', 'x'])
})

test('messages that are gone are chosen no more', () => {
  const both = extended(toggled(null, 'a'), 'b', order)
  expect(without(both, new Set(['c']))).toBe(both)
  expect(ids(without(both, new Set(['a'])))).toEqual(['b'])
  expect(without(both, new Set(order))).toBeNull()
})
