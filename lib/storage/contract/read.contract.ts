import { expect, test } from 'vitest'
import { applyAll, batch, OTHER, post, posts, remove, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const THIRD = '00000000-0000-4000-8000-00000000000c'

export function readContract(fresh: Fresh): void {
  test('counts the posts of others above the read position, by sender', async () => {
    const store = await fresh().open()
    const [mine, third] = [{ senderDeviceId: SELF }, { senderDeviceId: THIRD }]
    await applyAll(store, batch(0, 4, [post(1), post(2, 'mine', mine), post(3, 'third', third), post(4)]))
    expect(await store.readPosition()).toEqual({
      ...{ cursor: 4, readUpTo: 0, confirmed: 0 },
      unread: { [OTHER]: 2, [THIRD]: 1 },
    })
    expect((await store.markRead(3)).unread).toEqual({ [OTHER]: 1 })
    await applyAll(store, batch(4, 6, [post(5, 'third', third), post(6, 'mine', mine)]))
    expect((await store.readPosition()).unread).toEqual({ [OTHER]: 1, [THIRD]: 1 })
  })

  test('a deleted post is not unread, whether its delete comes with it, later or twice', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 5, [...posts(0, 3), remove(4, 1), remove(5, 1)]))
    expect((await store.readPosition()).unread).toEqual({ [OTHER]: 2 })
    await applyAll(store, batch(5, 7, [remove(6, 3), remove(7, 1)]))
    expect((await store.readPosition()).unread).toEqual({ [OTHER]: 1 })
    await store.markRead(2)
    await applyAll(store, batch(7, 8, [remove(8, 2)]))
    expect((await store.readPosition()).unread).toEqual({})
  })

  test('moves forward only, and by itself no further than the cursor', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 9))
    expect(await store.markRead(5)).toMatchObject({ readUpTo: 5, unread: { [OTHER]: 4 } })
    expect(await store.markRead(3)).toMatchObject({ readUpTo: 5, unread: { [OTHER]: 4 } })
    expect(await store.markRead(100)).toMatchObject({ readUpTo: 9, unread: {} })
    await applyAll(store, batch(9, 10))
    expect(await store.readPosition()).toMatchObject({ readUpTo: 9, unread: { [OTHER]: 1 } })
  })

  test('takes the number of the server, also one beyond the cursor', async () => {
    const harness = fresh()
    const store = await harness.open()
    await applyAll(store, batch(0, 3))
    expect(await store.confirmRead(7)).toEqual({ cursor: 3, readUpTo: 7, confirmed: 7, unread: {} })
    await applyAll(store, batch(3, 9))
    expect(await store.confirmRead(5)).toEqual({ cursor: 9, readUpTo: 7, confirmed: 5, unread: { [OTHER]: 2 } })
    store.close()
    expect(await (await harness.open()).readPosition()).toMatchObject({ readUpTo: 7, confirmed: 5 })
  })

  test('a position beyond the head of a restored server falls back to it', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3))
    await store.confirmRead(9)
    expect(await store.confirmRead(2, 5)).toEqual({ cursor: 3, readUpTo: 5, confirmed: 2, unread: {} })
    await applyAll(store, batch(3, 6))
    expect((await store.readPosition()).unread).toEqual({ [OTHER]: 1 })
    expect(await store.confirmRead(2, 4)).toMatchObject({ readUpTo: 5, unread: { [OTHER]: 1 } })
  })

  test('a rebuilt history begins with nothing read, and counts what it holds', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 5))
    await store.confirmRead(5)
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild([batch(0, 3, posts(0, 3, 1))], generation)
    expect(await store.readPosition()).toMatchObject({ readUpTo: 5, unread: {} })
    await store.finishRebuild(generation)
    expect(await store.readPosition()).toEqual({ cursor: 3, readUpTo: 0, confirmed: 0, unread: { [OTHER]: 3 } })
  })

  test('nothing stays of it after a wipe', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 5))
    await store.markRead(2)
    await store.wipe()
    expect(await store.readPosition()).toEqual({ cursor: 0, readUpTo: 0, confirmed: 0, unread: {} })
  })
}
