import { expect, test } from 'vitest'
import { circlesIn } from './circles.ts'

const graph = (imports: Record<string, string[]>) => new Map(Object.entries(imports))

test('files that lead nowhere back are no circle', () => {
  expect(circlesIn(graph({ a: ['b', 'c'], b: ['c'], c: [], d: ['a', 'not ours'] }))).toEqual([])
})

test('each circle is found once, with all of its files, from wherever the search begins', () => {
  const files = { entry: ['b'], a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['d'], alone: ['alone'] }
  expect(circlesIn(graph(files)).toSorted()).toEqual([['a', 'b', 'c'], ['alone'], ['d', 'e']])
  const reversed = Object.fromEntries(Object.entries(files).toReversed())
  expect(circlesIn(graph(reversed)).toSorted()).toEqual([['a', 'b', 'c'], ['alone'], ['d', 'e']])
})
