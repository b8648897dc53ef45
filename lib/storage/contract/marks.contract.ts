import { expect, test } from 'vitest'
import type { LocalStore } from '../local-store.ts'
import { applyAll, batch, contentsOf, edit, everything, mark, post, posts, remove } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const pinned = async (store: LocalStore, limit = 99) => contentsOf(await store.pins(limit))

export function marksContract(fresh: Fresh): void {
  test('for each key the last mark wins, null clears it, and other keys stay', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 4, [post(1), post(2), mark(3, 1, { pinned: true, done: true }), edit(4, 1)]))
    expect(await store.latest(9)).toMatchObject([
      { pinned: true, done: true, message: { content: 'edit 4' } },
      { message: { content: 'post 2' } },
    ])
    await applyAll(store, batch(4, 5, [mark(5, 1, { pinned: null })]))
    await applyAll(store, batch(5, 7, [mark(6, 2, { done: true, colour: 'red' }), mark(7, 2, { done: false })]))
    const [one, two] = await store.latest(9)
    expect([one, two].map((it) => [it?.pinned, it?.done])).toEqual([
      [undefined, true],
      [undefined, undefined],
    ])
    expect((await everything(store)).map((it) => it.version)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('the pinned posts are listed as they are shown, the one that was pinned last first', async () => {
    const harness = fresh()
    const store = await harness.open()
    await applyAll(store, batch(0, 2_500))
    expect(await pinned(store)).toEqual([])
    const pin = (version: number, target: number) => mark(version, target, { pinned: true })
    await applyAll(store, batch(2_500, 2_503, [pin(2_501, 7), pin(2_502, 2_000), pin(2_503, 3)]))
    expect(await pinned(store)).toEqual(['post 3 of 0', 'post 2000 of 0', 'post 7 of 0'])
    await applyAll(store, batch(2_503, 2_505, [edit(2_504, 3, 'three'), pin(2_505, 7)]))
    expect(await pinned(store)).toEqual(['post 7 of 0', 'three', 'post 2000 of 0'])
    expect(await pinned(store, 2)).toEqual(['post 7 of 0', 'three'])
    await applyAll(store, batch(2_505, 2_507, [mark(2_506, 7, { pinned: false }), remove(2_507, 3)]))
    store.close()
    const again = await harness.open()
    expect(await pinned(again)).toEqual(['post 2000 of 0'])
    await again.wipe()
    expect(await pinned(again)).toEqual([])
  })

  test('a delete takes the marks of its post, stored before, with and after it', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3, [post(1), mark(2, 1, { pinned: true }), mark(3, 1, { done: true })]))
    await applyAll(store, batch(3, 6, [mark(4, 1, { done: 1 }), remove(5, 1), mark(6, 1, { pinned: true })]))
    await applyAll(store, batch(6, 7, [mark(7, 1, { pinned: true })]))
    expect((await everything(store)).map((it) => it.content)).toEqual(['', '', '', '', '', '', ''])
    expect(await store.latest(9)).toEqual([{ message: post(1, ''), deleted: true, onlyHere: false }])
    expect(await pinned(store)).toEqual([])
  })

  test('a mark that says nothing it can read is stored and changes nothing', async () => {
    const store = await fresh().open()
    const odd = [mark(2, 1, []), mark(3, 1, {}), mark(4, 1, { pinned: true }, { contentType: 'text/plain' })]
    await applyAll(store, batch(0, 5, [post(1), ...odd, mark(5, 1, { pinned: 'yes', constructor: 1 })]))
    expect(await store.latest(9)).toEqual([{ message: post(1), deleted: false, onlyHere: false }])
    expect(await pinned(store)).toEqual([])
  })

  test('a rebuilt history has pins of its own, and those of a post that is not here are passed over', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3, [post(1), post(2), mark(3, 1, { pinned: true })]))
    const { generation } = await store.beginRebuild(1)
    const other = [mark(2, 1, { pinned: true }), ...posts(2, 3, 1), mark(4, 3, { pinned: true })]
    await store.applyRebuild([batch(1, 4, other)], generation)
    expect(await pinned(store)).toEqual(['post 1'])
    await store.finishRebuild(generation)
    expect(await pinned(store)).toEqual(['post 3 of 1'])
  })
}
