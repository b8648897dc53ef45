import { expect, test } from 'vitest'
import { createMemoryDatabase, openMemoryCache } from '../../memory/memory.ts'
import { applyAll, batch, edit, posts, SELF } from '../contract/fixtures.ts'

test('generations that are over leave nothing in the store', async () => {
  const database = createMemoryDatabase()
  const cache = openMemoryCache(SELF, database)
  const history = batch(0, 4, [...posts(0, 3), edit(4, 1)])
  const generations = async () => {
    const all = async (table: 'pages' | 'changes') =>
      (await database.tables[table].first([0, 0], [Number.POSITIVE_INFINITY, 0])).map((it) => it.generation)
    return [await all('pages'), await all('changes')]
  }
  await applyAll(cache, history)
  const first = await cache.beginRebuild(0)
  await cache.applyRebuild([history], first.generation)
  expect(await generations()).toEqual([
    [1, 2],
    [1, 2],
  ])
  const second = await cache.beginRebuild(0)
  expect(await generations()).toEqual([[1], [1]])
  await cache.applyRebuild([history], second.generation)
  await cache.finishRebuild(second.generation)
  expect(await generations()).toEqual([[3], [3]])
})
