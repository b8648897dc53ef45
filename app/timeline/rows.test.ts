import { expect, test } from 'vitest'
import type { TimelineWindow } from '../../lib/core/device-state.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { rowsOf } from './rows.ts'

const noon = new Date('2026-03-18T12:00:00').getTime()
const minute = 60_000

const post = { kind: 'post', contentType: 'text/plain', content: '', edited: false, deleted: false } as const

function entry(version: number, from: string, at: number, to = 'all'): Entry {
  const id = `m${version}`
  return { ...post, id, from, to, version, composedAt: null, storedAt: at, status: { state: 'received' } }
}

function waiting(id: string, at: number): Entry {
  const rest = { composedAt: at, storedAt: null, version: null, status: { state: 'waiting' } } as const
  return { ...post, id, from: 'a', to: 'all', ...rest }
}

const timeline = (entries: Entry[], rest: Partial<TimelineWindow> = {}): TimelineWindow => ({
  entries,
  hasOlder: false,
  hasNewer: false,
  goneUpTo: 0,
  filter: null,
  ...rest,
})

const sketch = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) => ('first' in row ? `${row.first ? '[' : ''}${row.key}${row.next ? '' : ']'}` : row.type)).join(' ')

test('messages of one device within minutes run together', () => {
  const entries = [
    entry(1, 'a', noon),
    entry(2, 'a', noon + minute),
    entry(3, 'b', noon + minute),
    entry(4, 'b', noon + 9 * minute),
  ]
  expect(sketch(rowsOf(timeline(entries), []))).toBe('day [m1 m2] [m3] [m4]')
})

const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index, 'a', noon))
const firsts = (entries: Entry[]) =>
  rowsOf(timeline(entries), []).flatMap((row) => ('first' in row && row.first ? [row.entry.version] : []))

test('a long run shows its sender again after 10 to 20 messages, at the same ones when older messages come', () => {
  expect(firsts(run(3, 60))).toEqual([3, 20, 30, 40, 50, 60])
  expect(firsts(run(27, 60))).toEqual([27, 40, 50, 60])
  const unsent = Array.from({ length: 30 }, (_, index) => waiting(`o${index}`, noon))
  const rows = rowsOf(timeline([]), unsent)
  expect(rows.flatMap((row) => ('first' in row && row.first ? [row.key] : []))).toEqual(['o0', 'o20'])
})

test('waiting messages are counted within their group', () => {
  const rows = rowsOf(timeline([entry(1, 'a', noon)]), [waiting('o1', noon), waiting('o2', noon + 9 * minute)])
  expect(rows.flatMap((row) => ('waiting' in row ? [row.waiting] : []))).toEqual([0, 1, 1])
})

test('a message to one device does not run together with one to all', () => {
  const entries = [entry(1, 'a', noon), entry(2, 'a', noon, 'b'), entry(3, 'a', noon)]
  expect(sketch(rowsOf(timeline(entries), []))).toBe('day [m1] [m2] [m3]')
})

test('a new day begins with its date, also when clocks disagree', () => {
  const entries = [entry(1, 'a', noon), entry(2, 'a', noon + 24 * 60 * minute), entry(3, 'a', noon)]
  expect(sketch(rowsOf(timeline(entries), []))).toBe('day [m1] day [m2] day [m3]')
})

test('the outbox follows the newest message, each message once', () => {
  const entries = [entry(1, 'a', noon)]
  expect(sketch(rowsOf(timeline(entries), [waiting('m1', noon), waiting('o1', noon)]))).toBe('day [m1 o1]')
  expect(sketch(rowsOf(timeline(entries, { hasNewer: true }), [waiting('o1', noon)]))).toBe('day [m1]')
})

test('edits and deletes on their way are not messages of their own', () => {
  const edit: Entry = { ...waiting('e1', noon), kind: 'edit' }
  expect(sketch(rowsOf(timeline([entry(1, 'a', noon)]), [edit]))).toBe('day [m1]')
})

test('what retention removed is said where it is missing', () => {
  const entries = [entry(2, 'a', noon), entry(3, 'a', noon), entry(9, 'a', noon)]
  expect(sketch(rowsOf(timeline(entries, { goneUpTo: 8 }), []))).toBe('day [m2 m3] gone [m9]')
  expect(sketch(rowsOf(timeline(entries.slice(0, 2), { goneUpTo: 8 }), [waiting('o1', noon)]))).toBe(
    'day [m2 m3] gone [o1]',
  )
  expect(sketch(rowsOf(timeline(entries.slice(0, 2), { goneUpTo: 8, hasNewer: true }), []))).toBe('day [m2 m3]')
  expect(sketch(rowsOf(timeline([], { goneUpTo: 8 }), []))).toBe('gone')
  const kept = { ...entry(20, 'a', noon), status: { state: 'onlyHere' } as const }
  expect(sketch(rowsOf(timeline([kept, ...entries], { goneUpTo: 8 }), []))).toBe('day [m20 m2 m3] gone [m9]')
})

test('where the history begins with what is gone, that is said first', () => {
  expect(sketch(rowsOf(timeline([entry(9, 'a', noon)], { goneUpTo: 8 }), []))).toBe('gone day [m9]')
  expect(sketch(rowsOf(timeline([entry(9, 'a', noon)], { goneUpTo: 8, hasOlder: true }), []))).toBe('day [m9]')
})
