import { expect, test } from 'vitest'
import { applyAll, batch, everything, post, posts } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function inboxContract(fresh: Fresh): void {
  test('begins at cursor 0 of generation 1, with nothing', async () => {
    const store = await fresh().open()
    expect(await store.position()).toEqual({ generation: 1, cursor: 0, digest: null })
    expect([await everything(store), await store.latest(10), await store.count(), await store.goneUpTo()]).toEqual([
      [],
      [],
      0,
      0,
    ])
  })

  test('stores the messages and moves the cursor, over a reopening', async () => {
    const harness = fresh()
    const store = await harness.open()
    const position = { generation: 1, cursor: 5, digest: 'd5' }
    expect(await applyAll(store, batch(0, 3), batch(3, 5))).toEqual({ outcome: 'applied', position, added: 5 })
    store.close()
    const again = await harness.open()
    expect(await again.position()).toEqual(position)
    expect(await everything(again)).toEqual(posts(0, 5))
    expect(await again.count()).toBe(5)
  })

  test('moves the cursor over versions that were for others', async () => {
    const store = await fresh().open()
    expect(await applyAll(store, batch(0, 40, []))).toMatchObject({
      outcome: 'applied',
      added: 0,
      position: { cursor: 40 },
    })
    expect(await applyAll(store, batch(40, 90, [post(60)]))).toMatchObject({ outcome: 'applied', added: 1 })
    expect(await everything(store)).toEqual([post(60)])
  })

  test('ignores old news, and takes of an overlap only what is new', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 10))
    expect(await applyAll(store, batch(2, 10))).toMatchObject({ outcome: 'old', position: { cursor: 10 } })
    expect(await applyAll(store, batch(5, 12))).toMatchObject({ outcome: 'applied', added: 2 })
    expect(await everything(store)).toEqual(posts(0, 12))
  })

  test('stops before a gap', async () => {
    const store = await fresh().open()
    const applied = await applyAll(store, batch(5, 7), batch(0, 3))
    expect(applied).toEqual({ outcome: 'gap', position: { generation: 1, cursor: 3, digest: 'd3' }, added: 3 })
    expect(await everything(store)).toEqual(posts(0, 3))
  })

  test('leaves another generation alone', async () => {
    const store = await fresh().open()
    expect(await store.apply([batch(0, 3)], 2)).toMatchObject({
      outcome: 'gap',
      position: { generation: 1, cursor: 0 },
    })
    expect(await everything(store)).toEqual([])
  })

  test('holds thousands, in pulls and one by one', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 2_500))
    for (let version = 2_500; version < 2_700; version++) await applyAll(store, batch(version, version + 1))
    expect(await everything(store)).toEqual(posts(0, 2_700))
    expect(await store.count()).toBe(2_700)
    expect(await store.at(1_700)).toMatchObject({ message: post(1_700, 'post 1700 of 0') })
  })

  for (const table of ['pages', 'meta', 'changes'] as const) {
    test(`keeps messages and cursor together when ${table} cannot be written`, async () => {
      const harness = fresh()
      const store = await harness.open()
      await applyAll(store, batch(0, 3))
      const next = batch(3, 5, [post(4), { ...post(5), kind: 'edit', targetVersion: 1 }])
      harness.failPut(table, new DOMException('No room', 'QuotaExceededError'))
      await expect(applyAll(store, next)).rejects.toThrow(/no room|quota/i)
      expect(await store.position()).toMatchObject({ cursor: 3, digest: 'd3' })
      expect(await everything(store)).toEqual(posts(0, 3))
      expect(await store.at(1)).not.toHaveProperty('editedVersion')
      expect(await applyAll(store, next)).toMatchObject({ outcome: 'applied', added: 2 })
      expect(await store.at(1)).toHaveProperty('editedVersion', 5)
    })
  }

  test('refuses a batch that is not the range it says', async () => {
    const store = await fresh().open()
    for (const wrong of [batch(0, 2, posts(0, 3)), batch(0, 2, [post(2), post(1)]), batch(0, 2, [post(1), post(1)])]) {
      await expect(applyAll(store, batch(0, 0, []), wrong)).rejects.toMatchObject({ code: 'internal' })
    }
    expect(await store.position()).toMatchObject({ cursor: 0, digest: null })
  })

  test('stores each message once when two handles apply the same', async () => {
    const harness = fresh()
    const [one, two] = [await harness.open(), await harness.open()]
    const batches = Array.from({ length: 20 }, (_, index) => batch(index * 5, index * 5 + 5))
    await Promise.all(batches.flatMap((it) => [one.apply([it], 1), two.apply([it], 1)]))
    expect(await one.position()).toMatchObject({ cursor: 100, digest: 'd100' })
    expect(await everything(two)).toEqual(posts(0, 100))
    expect(await two.count()).toBe(100)
  })

  test('shares nothing with its callers', async () => {
    const store = await fresh().open()
    const mine = batch(0, 1)
    await applyAll(store, mine)
    for (const message of [mine.messages[0], (await everything(store))[0], (await store.latest(1))[0]?.message]) {
      if (message) message.content = 'changed by a caller'
    }
    expect(await everything(store)).toEqual(posts(0, 1))
  })

  test('skips to a floor, forward only, and says what is gone', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3))
    expect(await store.skipTo(10)).toEqual({ generation: 1, cursor: 10, digest: null })
    expect(await store.skipTo(5)).toEqual({ generation: 1, cursor: 10, digest: null })
    expect(await store.goneUpTo()).toBe(10)
    await applyAll(store, batch(10, 12))
    expect(await everything(store)).toEqual([...posts(0, 3), ...posts(10, 12)])
  })

  test('learns the digest of a cursor that a floor gave it', async () => {
    const store = await fresh().open()
    await store.skipTo(10)
    expect(await applyAll(store, batch(10, 10, []))).toMatchObject({ outcome: 'applied', position: { digest: 'd10' } })
    expect(await applyAll(store, batch(10, 10, []))).toMatchObject({ outcome: 'old' })
  })
}
