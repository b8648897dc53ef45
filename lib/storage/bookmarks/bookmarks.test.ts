import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDeviceDatabase } from '../../node-sqlite/device-database.ts'
import { transactionsOn } from '../../node-sqlite/transactions.ts'
import { applyAll, batch, edit, idOf, post, posts, remove, SELF } from '../contract/fixtures.ts'
import { createDeviceStore } from '../device-store.ts'
import { createBookmarks } from './bookmarks.ts'

function opened() {
  const directory = mkdtempSync(join(tmpdir(), 'roost-bookmarks-'))
  const database = openDeviceDatabase(directory, SELF)
  database.db.exec('PRAGMA synchronous = OFF')
  onTestFinished(() => {
    database.close()
    rmSync(directory, { recursive: true })
  })
  const transactions = transactionsOn(database)
  const bookmarks = createBookmarks(transactions)
  return {
    ...{ store: createDeviceStore(SELF, transactions), bookmarks },
    /** Goes through everything that is new to this loop. */
    async had(name = '') {
      const all: string[] = []
      for (;;) {
        const { entries, generation } = await bookmarks.unseen(name, 2)
        if (entries.length === 0) return all
        for (const entry of entries) {
          all.push(entry.message.content)
          await bookmarks.move(name, entry, generation)
        }
      }
    },
  }
}

test('each loop has every post once, as it is by then, and goes on where it was', async () => {
  const { store, bookmarks, had } = opened()
  await applyAll(store, batch(0, 5, [post(1), post(2), edit(3, 1, 'better'), remove(4, 2), post(5)]))
  expect(await had()).toEqual(['better', '', 'post 5'])
  expect(await had()).toEqual([])
  await applyAll(store, batch(5, 7))
  expect(await had()).toEqual(['post 6 of 0', 'post 7 of 0'])
  await bookmarks.begin('late', 6)
  await bookmarks.begin('late', 2)
  expect(await had('late')).toEqual(['post 7 of 0'])
})

/** The server came back with versions up to `kept` of five, and got others after it. */
async function restored(kept: number, after: ReturnType<typeof posts>) {
  const it = opened()
  await applyAll(it.store, batch(0, 5))
  const rebuild = async () => {
    const { generation } = await it.store.beginRebuild(0)
    const upTo = after.at(-1)?.version ?? kept
    await it.store.applyRebuild([batch(0, upTo, [...posts(0, kept), ...after])], generation)
    await it.store.finishRebuild(generation)
  }
  return { ...it, rebuild }
}

test('after a restore a loop has what is new, and nothing that it has had under another version', async () => {
  const given = post(5, 'given back', { messageId: idOf(4) })
  const { had, rebuild } = await restored(3, [...posts(3, 4, 1), given, ...posts(5, 6, 1)])
  await had()
  await rebuild()
  expect(await had()).toEqual(['post 4 of 1', 'post 6 of 1'])
  expect(await had('another')).toHaveLength(6)
})

test('a post that the old history hid from this device is new in the other one', async () => {
  const it = opened()
  await applyAll(it.store, batch(0, 3, [post(1), post(3)]))
  await it.had()
  const { generation } = await it.store.beginRebuild(0)
  await it.store.applyRebuild([batch(0, 2, [post(1), post(2, 'visible now')])], generation)
  await it.store.finishRebuild(generation)
  expect(await it.had()).toEqual(['visible now'])
})

test('a loop that had not come to the restored part moves on there alone', async () => {
  const { bookmarks, had, rebuild } = await restored(3, posts(3, 4, 1))
  const { entries, generation } = await bookmarks.unseen('', 2)
  for (const entry of entries) expect(await bookmarks.move('', entry, generation)).toBe(true)
  await rebuild()
  expect(await had()).toEqual(['post 3 of 0', 'post 4 of 1'])
})

test('a post whose work ends after the history was replaced does not come again', async () => {
  const given = post(5, 'given back', { messageId: idOf(4) })
  const { bookmarks, had, rebuild } = await restored(3, [...posts(3, 4, 1), given])
  await bookmarks.begin('', 3)
  const { entries, generation } = await bookmarks.unseen('', 1)
  await rebuild()
  expect(entries[0] && (await bookmarks.move('', entries[0], generation))).toBe(false)
  expect(await had()).toEqual(['post 4 of 1'])
})
