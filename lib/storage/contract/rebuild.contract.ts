import { expect, test } from 'vitest'
import {
  applyAll,
  batch,
  contentsOf,
  edit,
  everything,
  idOf,
  post,
  posts,
  remove,
  request,
  SELF,
  states,
  stored,
  versionsOf,
} from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function rebuildContract(fresh: Fresh): void {
  /** A device that knew versions 1 to 5; the server came back with 1 to 3 and got another 4. */
  async function forked() {
    const harness = fresh()
    const store = await harness.open()
    await applyAll(store, batch(0, 5))
    const { generation } = await store.beginRebuild(0)
    return { harness, store, generation, after: batch(0, 4, [...posts(0, 3), ...posts(3, 4, 1)]) }
  }

  test('leaves the present generation as it is until the swap', async () => {
    const { store, generation, after } = await forked()
    expect(await store.rebuilding()).toEqual({ generation, cursor: 0, digest: null })
    expect(await store.applyRebuild([after], generation)).toMatchObject({ outcome: 'applied', added: 4 })
    expect(await store.position()).toEqual({ generation: 1, cursor: 5, digest: 'd5' })
    expect(await everything(store)).toEqual(posts(0, 5))
    expect(await store.apply([batch(5, 6)], 1)).toMatchObject({ outcome: 'gap', position: { cursor: 5 }, added: 0 })
  })

  test('swaps it in, and what only this device holds becomes an orphan', async () => {
    const { store, generation, after } = await forked()
    await store.applyRebuild([after], generation)
    expect(await store.finishRebuild(generation)).toEqual({ generation, cursor: 4, digest: 'd4' })
    expect(await store.rebuilding()).toBeNull()
    expect(await everything(store)).toEqual(after.messages)
    await store.apply([batch(4, 6, posts(4, 6, 1))], generation)
    const timeline = await store.latest(10)
    expect(contentsOf(timeline)).toEqual([
      'post 1 of 0',
      'post 2 of 0',
      'post 3 of 0',
      'post 4 of 0',
      'post 5 of 0',
      'post 4 of 1',
      'post 5 of 1',
      'post 6 of 1',
    ])
    expect(timeline.map((it) => it.onlyHere)).toEqual([false, false, false, true, true, false, false, false])
    expect(await store.count()).toBe(8)
  })

  test('every entry is an anchor, those that only this device holds among them', async () => {
    const { store, generation, after } = await forked()
    await store.applyRebuild([after], generation)
    await store.finishRebuild(generation)
    await store.apply([batch(4, 6)], generation)
    const timeline = await store.latest(100)
    for (const [index, entry] of timeline.entries()) {
      for (const limit of [1, 2, 5]) {
        expect(await store.before(entry, limit)).toEqual(timeline.slice(Math.max(0, index - limit), index))
        expect(await store.after(entry, limit)).toEqual(timeline.slice(index + 1, index + 1 + limit))
        expect(await store.from(entry, limit)).toEqual(timeline.slice(index, index + limit))
      }
    }
    for (const limit of [1, 3, 4]) expect(await store.latest(limit)).toEqual(timeline.slice(-limit))
  })

  test('goes on with an interrupted rebuild after a reopening', async () => {
    const { harness, store, generation, after } = await forked()
    await store.applyRebuild([{ ...after, upTo: 2, digest: 'd2', messages: posts(0, 2) }], generation)
    store.close()
    const again = await harness.open()
    expect(await again.rebuilding()).toEqual({ generation, cursor: 2, digest: 'd2' })
    await again.applyRebuild([after], generation)
    await again.finishRebuild(generation)
    expect(await everything(again)).toEqual(after.messages)
  })

  test('begun anew it forgets the first try, and late batches for that find nothing', async () => {
    const { store, generation, after } = await forked()
    await store.applyRebuild([after], generation)
    const second = await store.beginRebuild(2)
    expect(second).toMatchObject({ cursor: 2, digest: null })
    expect(second.generation).not.toBe(generation)
    expect(await store.applyRebuild([batch(2, 9)], generation)).toMatchObject({ outcome: 'gap', added: 0 })
    expect(await store.finishRebuild(generation)).toMatchObject({ generation: 1 })
    await store.applyRebuild([batch(2, 3)], second.generation)
    await store.finishRebuild(second.generation)
    expect(await everything(store)).toEqual(posts(2, 3))
    expect(versionsOf(await store.latest(10))).toEqual([1, 2, 3, 4, 5])
  })

  test('a swap that fails leaves both generations as they were', async () => {
    const { harness, store, generation, after } = await forked()
    await store.applyRebuild([after], generation)
    harness.failPut('orphans', new DOMException('No room', 'QuotaExceededError'))
    await expect(store.finishRebuild(generation)).rejects.toThrow(/no room|quota/i)
    expect(await everything(store)).toEqual(posts(0, 5))
    expect(await store.rebuilding()).toMatchObject({ generation, cursor: 4 })
    await store.finishRebuild(generation)
    expect(await store.count()).toBe(6)
  })

  test('without a rebuild there is nothing to apply to and nothing to finish', async () => {
    const store = await fresh().open()
    expect(await store.applyRebuild([batch(0, 1)], 1)).toMatchObject({ outcome: 'gap', position: { generation: 1 } })
    expect(await store.finishRebuild(2)).toEqual({ generation: 1, cursor: 0, digest: null })
  })

  test('keeps what was on the screen: folded posts, and edits of posts that the server still has', async () => {
    const store = await fresh().open()
    const lost = [
      post(4),
      post(5),
      edit(6, 4, 'better'),
      edit(7, 1, 'superseded'),
      edit(8, 1, 'lost edit'),
      remove(9, 5),
    ]
    await applyAll(store, batch(0, 9, [...posts(0, 3), ...lost]))
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild([batch(0, 3)], generation)
    await store.finishRebuild(generation)
    const orphans = (await store.latest(10)).slice(3)
    expect(contentsOf(orphans)).toEqual(['better', '', 'lost edit'])
    expect(orphans.map((it) => [it.editedVersion, it.deleted])).toEqual([
      [6, false],
      [undefined, true],
      [undefined, false],
    ])
    expect(contentsOf(await store.latest(10)).slice(0, 1)).toEqual(['post 1 of 0'])
  })

  test('orphans stay over a second fork, unless the server has it again', async () => {
    const { store, generation, after } = await forked()
    await store.applyRebuild([after], generation)
    await store.finishRebuild(generation)
    const next = await store.beginRebuild(0)
    // This backup knows the lost version 4 again, as version 3, and neither 5 nor what came after the first fork.
    await store.applyRebuild([batch(0, 3, [...posts(0, 2), post(3, 'again', { messageId: idOf(4) })])], next.generation)
    await store.finishRebuild(next.generation)
    const timeline = await store.latest(10)
    expect(contentsOf(timeline)).toEqual([
      'post 1 of 0',
      'post 2 of 0',
      'post 3 of 0',
      'again',
      'post 5 of 0',
      'post 4 of 1',
    ])
    expect(timeline.map((it) => it.onlyHere)).toEqual([false, false, true, false, true, true])
  })

  test('the outbox waits again for what the server lost', async () => {
    const store = await fresh().open()
    for (const n of [21, 22, 23, 24]) await store.compose(request(n), n)
    await store.settle([stored(21, 8), stored(22, 9)])
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild(
      [batch(0, 8, [post(8, 'draft 21', { messageId: idOf(21), senderDeviceId: SELF })])],
      generation,
    )
    expect(await states(store)).toEqual(['draft 21 sent', 'draft 22 sent', 'draft 23 waiting', 'draft 24 waiting'])
    await store.finishRebuild(generation)
    expect(await states(store)).toEqual(['draft 22 waiting', 'draft 23 waiting', 'draft 24 waiting'])
    expect((await store.nextRequest(0)).map((it) => it.content)).toEqual(['draft 22', 'draft 23', 'draft 24'])
  })

  test('what was sent beyond the head of a restored server waits again, though no fork shows', async () => {
    const store = await fresh().open()
    for (const n of [21, 22, 23]) await store.compose(request(n), n)
    const level = batch(0, 2, [post(1, 'a'), post(2, 'b')])
    const { generation } = (await store.apply([level], 1)).position
    await store.settle([stored(21, 3), stored(22, 4)])
    await store.apply([{ ...level, head: 4 }], generation)
    expect(await states(store)).toEqual(['draft 21 sent', 'draft 22 sent', 'draft 23 waiting'])
    await store.apply([{ ...level, from: 2, messages: [], head: 2 }], generation)
    expect(await states(store)).toEqual(['draft 21 waiting', 'draft 22 waiting', 'draft 23 waiting'])
  })

  test('says what is gone, also to a device that had read so far in the other history', async () => {
    const { store } = await forked()
    const reader = await store.beginRebuild(4)
    await store.finishRebuild(reader.generation)
    expect(await store.goneUpTo()).toBe(4)
    const late = await store.beginRebuild(40)
    await store.finishRebuild(late.generation)
    expect(await store.goneUpTo()).toBe(40)
    expect(await store.position()).toMatchObject({ cursor: 40, digest: null })
  })
}
