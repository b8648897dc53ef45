import { expect, test } from 'vitest'
import { createMemoryDatabase, openMemoryStore } from '../../memory/memory.ts'
import { applyAll, batch, contentsOf, everything, mark, post, posts, remove, SELF } from '../contract/fixtures.ts'

/** A device as it was before the app knew marks: they are stored, and nothing follows from them. */
async function openOlder() {
  const database = createMemoryDatabase()
  const store = openMemoryStore(SELF, database)
  const pin = mark(1_503, 7, { pinned: true })
  await applyAll(store, batch(0, 1_504, [...posts(0, 1_502), pin, mark(1_504, 8, { done: true })]))
  database.tables.changes.clear()
  database.tables.meta.delete('pins:1')
  const record = await database.tables.meta.get('state')
  if (record?.name !== 'state') throw new Error('there is no state')
  const { marksFolded: _, ...present } = record.state.present
  database.tables.meta.put({ ...record, state: { ...record.state, present } })
  return store
}

test('the marks that an older version has stored count as soon as the pins are asked for', async () => {
  const store = await openOlder()
  expect(contentsOf(await store.pins(9))).toEqual(['post 7 of 0'])
  expect(await store.at(8)).toMatchObject({ done: true })
})

test('and as soon as anything comes in', async () => {
  const store = await openOlder()
  await applyAll(store, batch(1_504, 1_505, [post(1_505)]))
  expect([await store.at(7), await store.at(8)]).toMatchObject([{ pinned: true }, { done: true }])
})

test('a delete that comes in takes them, too', async () => {
  const store = await openOlder()
  await applyAll(store, batch(1_504, 1_505, [remove(1_505, 7)]))
  expect(await store.pins(9)).toEqual([])
  expect((await everything(store)).filter((it) => it.content === '').map((it) => it.version)).toEqual([7, 1_503, 1_505])
})
