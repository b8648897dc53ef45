import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { applyAll, batch, contentsOf, everything, OTHER, posts, SELF, states } from '../storage/contract/fixtures.ts'
import { frozen } from '../testing/older-shapes/frozen.ts'
import { thaw } from '../testing/older-shapes/thaw.ts'
import { openIndexedDbStore } from './open.ts'
import { databaseName, SCHEMA_VERSION } from './schema.ts'

test('every shape that there has been is kept frozen', () => {
  expect(frozen.map((it) => it.version)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1))
})

test.for(frozen.map((it) => [it.version, it] as const))('shape %i opens with all that it held', async ([, copy]) => {
  globalThis.indexedDB = new IDBFactory()
  await thaw({ name: databaseName(SELF), frozen: copy })
  const store = await openIndexedDbStore(SELF)

  expect(await store.readPosition()).toEqual({ cursor: 84, readUpTo: 84, confirmed: 0, unread: {} })
  expect(await store.position()).toEqual({ generation: 2, cursor: 84, digest: 'd84' })
  const history = await everything(store)
  expect(history.map((it) => it.version)).toEqual(Array.from({ length: 84 }, (_, index) => index + 1))
  expect(history.slice(6, 60)).toEqual(posts(6, 60))
  expect(history.slice(60, 80)).toEqual(posts(60, 80, 1))

  const timeline = await store.latest(200)
  const lost = posts(60, 72).map((it) => it.content)
  expect(contentsOf(timeline.filter((it) => it.onlyHere))).toEqual(lost)
  expect(await store.count()).toBe(84 + lost.length)
  expect((await store.orphans()).map((it) => [it.giveBack.state, it.order])).toEqual(
    lost.map((_, n) => ['waiting', n + 1]),
  )
  expect(contentsOf(timeline).slice(3, 6)).toEqual(['post 4 of 0', 'edited', ''])
  expect(contentsOf(timeline).slice(-2)).toEqual(['grüße 🐦', 'to me'])

  expect(await states(store)).toEqual(['draft 101 sent', 'draft 102 failed', 'draft 103 waiting'])
  expect((await store.devices()).map((it) => [it.deviceId, it.name])).toEqual([
    [SELF, 'Phone'],
    [OTHER, 'Desk'],
  ])

  expect(await applyAll(store, batch(84, 90))).toMatchObject({ outcome: 'applied', position: { cursor: 90 } })
  expect(contentsOf(await store.latest(1))).toEqual(['post 90 of 0'])
  store.close()
})
