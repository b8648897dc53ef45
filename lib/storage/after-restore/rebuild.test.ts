import { expect, test } from 'vitest'
import { createMemoryDatabase, openMemoryStore } from '../../memory/memory.ts'
import { applyAll, batch, edit, posts, SELF } from '../contract/fixtures.ts'

test('generations that are over leave nothing in the store', async () => {
  const database = createMemoryDatabase()
  const store = openMemoryStore(SELF, database)
  const history = batch(0, 4, [...posts(0, 3), edit(4, 1)])
  const generations = async () => {
    const all = async (table: 'pages' | 'changes') =>
      (await database.tables[table].first([0, 0], [Number.POSITIVE_INFINITY, 0])).map((it) => it.generation)
    return [await all('pages'), await all('changes')]
  }
  await applyAll(store, history)
  const first = await store.beginRebuild(0)
  await store.applyRebuild([history], first.generation)
  expect(await generations()).toEqual([
    [1, 2],
    [1, 2],
  ])
  const second = await store.beginRebuild(0)
  expect(await generations()).toEqual([[1], [1]])
  await store.applyRebuild([history], second.generation)
  await store.finishRebuild(second.generation)
  expect(await generations()).toEqual([[3], [3]])
})
