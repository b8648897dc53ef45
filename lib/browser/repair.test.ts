import { expect, test, vi } from 'vitest'
import type { StorageView } from '../core/device-state.ts'
import { createRepair } from './repair.ts'

function check(storage: StorageView, unsaved: readonly number[] = []) {
  const reload = vi.fn()
  const repair = createRepair(() => ({ storage }), reload)
  for (const it of unsaved) repair.stashed(it)
  repair.check()
  return reload.mock.calls.length
}

test('a page without its database is loaded again', () => {
  expect(check({ state: 'broken', reason: 'closed' })).toBe(1)
  expect(check({ state: 'broken', reason: 'failed' })).toBe(1)
  expect(check({ state: 'broken', reason: 'closed' }, [1, 0])).toBe(1)
})

test('unless a text would be lost', () => {
  expect(check({ state: 'broken', reason: 'closed' }, [0, 2])).toBe(0)
})

test('and nothing else is', () => {
  for (const state of ['durable', 'memory', 'full'] as const) expect(check({ state })).toBe(0)
  for (const reason of ['blocked', 'outdated'] as const) expect(check({ state: 'broken', reason })).toBe(0)
})
