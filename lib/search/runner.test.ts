import { beforeEach, expect, test, vi } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import { applyAll, batch, SELF } from '../storage/contract/fixtures.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { resolve } from './criteria.ts'
import { parseQuery } from './query.ts'
import { createRunner, type Search, type SearchState } from './runner.ts'

let store: LocalStore
beforeEach(async () => {
  store = openMemoryStore(SELF)
  await applyAll(store, batch(0, 3_000))
})

const criteriaOf = (typed: string) => resolve(parseQuery(typed), [], SELF).criteria

function start(runner: ReturnType<typeof createRunner>, typed: string) {
  const seen = { versions: [] as (number | null)[], states: [] as SearchState[] }
  const search: Search = runner.find(criteriaOf(typed), (hits, state) => {
    seen.versions.push(...hits.map((it) => it.version))
    seen.states.push(state)
  })
  return { seen, ...search }
}

test('finds some, waits, goes on when it is asked to, and ends', async () => {
  const runner = createRunner(store, SELF)
  const { seen, more } = start(runner, 'post')
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('more'))
  const some = seen.versions.length
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(3_000)
  while (seen.states.at(-1) !== 'done') {
    more()
    await vi.waitFor(() => expect(seen.states.at(-1)).not.toBe('searching'))
  }
  expect(seen.versions).toEqual(Array.from({ length: 3_000 }, (_, at) => 3_000 - at))
  runner.close()
})

test('a new query silences the one before it', async () => {
  const runner = createRunner(store, SELF)
  const first = start(runner, 'post')
  const second = start(runner, '"post 17 of"')
  await vi.waitFor(() => expect(second.seen.states.at(-1)).toBe('done'))
  expect(second.seen.versions).toEqual([17])
  expect(first.seen.states).toEqual([])
  runner.close()
})

test('makes the missing signatures while nobody searches', async () => {
  const runner = createRunner(store, SELF)
  await vi.waitFor(async () => expect((await store.outline()).signatures.length).toBe(3))
  runner.close()
})

test('says when the storage fails, and finds again once it works', async () => {
  const broken: LocalStore = { ...store, pages: () => Promise.reject(new Error('gone')) }
  const runner = createRunner(broken, SELF)
  const { seen } = start(runner, 'post')
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('failed'))
  broken.pages = store.pages
  const again = start(runner, '"post 17 of"')
  await vi.waitFor(() => expect(again.seen.versions).toEqual([17]))
  runner.close()
})
