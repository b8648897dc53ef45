import { expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { sameEntries } from './same-entries.ts'

const entry = (version: number, change: Partial<Entry> = {}): Entry => ({
  ...{ id: `m${version}`, kind: 'post', from: 'a', to: 'all', contentType: 'text/plain', content: `text ${version}` },
  ...{ edited: false, deleted: false, composedAt: null, storedAt: 1, version, status: { state: 'received' } },
  ...change,
})

test('a list that says the same is the same list', () => {
  const before = [entry(1), entry(2)]
  expect(sameEntries(before, [entry(1), entry(2)])).toBe(before)
})

test('a new entry leaves the others as they were', () => {
  const before = [entry(1), entry(2)]
  const now = sameEntries(before, [entry(2), entry(3)])
  expect(now[0]).toBe(before[1])
  expect(now).toEqual([entry(2), entry(3)])
})

test('an entry that changed is another one, however deep the change', () => {
  const before = [entry(1), entry(2)]
  const edited = sameEntries(before, [entry(1, { content: 'other', edited: true }), entry(2)])
  expect(edited[0]).not.toBe(before[0])
  expect(edited[1]).toBe(before[1])
  const lost = sameEntries(before, [entry(1, { status: { state: 'onlyHere' } }), entry(2)])
  expect(lost[0]?.status).toEqual({ state: 'onlyHere' })
})
