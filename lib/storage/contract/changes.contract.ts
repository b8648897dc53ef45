import { expect, test } from 'vitest'
import { applyAll, batch, contentsOf, edit, everything, post, posts, remove } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function changesContract(fresh: Fresh): void {
  test('shows the edit with the highest version', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3, [post(1), edit(2, 1, 'first'), post(3)]))
    await applyAll(store, batch(3, 4, [edit(4, 1, '<b>', { contentType: 'text/html' })]))
    const [one] = await store.latest(10)
    expect(one).toMatchObject({
      editedVersion: 4,
      deleted: false,
      message: { content: '<b>', contentType: 'text/html' },
    })
    expect(contentsOf(await store.latest(10))).toEqual(['<b>', 'post 3'])
    expect(await store.at(1)).toEqual(one)
    expect([await store.at(2), await store.at(4), await store.at(5)]).toEqual([null, null, null])
  })

  test('a delete is final, and blanks what is stored of its target and its edits', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 1_500))
    await applyAll(store, batch(1_500, 1_501, [edit(1_501, 2)]), batch(1_501, 1_502, [edit(1_502, 2)]))
    await applyAll(store, batch(1_502, 1_503, [remove(1_503, 2)]))
    await applyAll(store, batch(1_503, 1_504, [edit(1_504, 2, 'too late')]))
    const held = await everything(store)
    expect(held.filter((it) => it.content === '').map((it) => it.version)).toEqual([2, 1_501, 1_502, 1_503, 1_504])
    expect(held.length).toBe(1_504)
    const { editedVersion, ...entry } = { editedVersion: undefined, ...(await store.at(2)) }
    expect(entry).toEqual({ message: post(2, ''), deleted: true, onlyHere: false })
    expect(editedVersion).toBeUndefined()
  })

  test('blanks within one batch', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 4, [post(1), edit(2, 1), remove(3, 1), edit(4, 1, 'too late')]))
    expect(contentsOf((await everything(store)).map((message) => ({ message })))).toEqual(['', '', '', ''])
  })

  test('stores a message of an unknown kind, moves past it, and shows nothing for it', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 2, [post(1), edit(2, 1, 'a bird', { kind: 'sticker' })]))
    expect(contentsOf(await store.latest(10))).toEqual(['post 1'])
    expect(await store.at(1)).toEqual({ message: post(1), deleted: false, onlyHere: false })
    expect((await everything(store)).map((it) => it.kind)).toEqual(['post', 'sticker'])
    expect((await store.position()).cursor).toBe(2)
  })

  test('passes over a target that is not here', async () => {
    const store = await fresh().open()
    await store.skipTo(10)
    await applyAll(store, batch(10, 14, [edit(11, 3), remove(12, 4), ...posts(12, 14)]))
    expect(contentsOf(await store.latest(10))).toEqual(['post 13 of 0', 'post 14 of 0'])
  })
}
