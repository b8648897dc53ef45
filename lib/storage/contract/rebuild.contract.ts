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
  /** A device that knew versions 1 to 5; the mother came back with 1 to 3 and got another 4. */
  async function forked() {
    const harness = fresh()
    const cache = await harness.open()
    await applyAll(cache, batch(0, 5))
    const { generation } = await cache.beginRebuild(0)
    return { harness, cache, generation, after: batch(0, 4, [...posts(0, 3), ...posts(3, 4, 1)]) }
  }

  test('leaves the present generation as it is until the swap', async () => {
    const { cache, generation, after } = await forked()
    expect(await cache.rebuilding()).toEqual({ generation, cursor: 0, digest: null })
    expect(await cache.applyRebuild([after], generation)).toMatchObject({ outcome: 'applied', added: 4 })
    expect(await cache.position()).toEqual({ generation: 1, cursor: 5, digest: 'd5' })
    expect(await everything(cache)).toEqual(posts(0, 5))
    expect(await cache.apply([batch(5, 6)], 1)).toMatchObject({ outcome: 'gap', position: { cursor: 5 }, added: 0 })
  })

  test('swaps it in and keeps what only this device holds, marked', async () => {
    const { cache, generation, after } = await forked()
    await cache.applyRebuild([after], generation)
    expect(await cache.finishRebuild(generation)).toEqual({ generation, cursor: 4, digest: 'd4' })
    expect(await cache.rebuilding()).toBeNull()
    expect(await everything(cache)).toEqual(after.messages)
    await cache.apply([batch(4, 6, posts(4, 6, 1))], generation)
    const timeline = await cache.latest(10)
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
    expect(await cache.count()).toBe(8)
  })

  test('every entry is an anchor, those that only this device holds among them', async () => {
    const { cache, generation, after } = await forked()
    await cache.applyRebuild([after], generation)
    await cache.finishRebuild(generation)
    await cache.apply([batch(4, 6)], generation)
    const timeline = await cache.latest(100)
    for (const [index, entry] of timeline.entries()) {
      for (const limit of [1, 2, 5]) {
        expect(await cache.before(entry, limit)).toEqual(timeline.slice(Math.max(0, index - limit), index))
        expect(await cache.after(entry, limit)).toEqual(timeline.slice(index + 1, index + 1 + limit))
        expect(await cache.from(entry, limit)).toEqual(timeline.slice(index, index + limit))
      }
    }
    for (const limit of [1, 3, 4]) expect(await cache.latest(limit)).toEqual(timeline.slice(-limit))
  })

  test('goes on with an interrupted rebuild after a reopening', async () => {
    const { harness, cache, generation, after } = await forked()
    await cache.applyRebuild([{ ...after, upTo: 2, digest: 'd2', messages: posts(0, 2) }], generation)
    cache.close()
    const again = await harness.open()
    expect(await again.rebuilding()).toEqual({ generation, cursor: 2, digest: 'd2' })
    await again.applyRebuild([after], generation)
    await again.finishRebuild(generation)
    expect(await everything(again)).toEqual(after.messages)
  })

  test('begun anew it forgets the first try, and late batches for that find nothing', async () => {
    const { cache, generation, after } = await forked()
    await cache.applyRebuild([after], generation)
    const second = await cache.beginRebuild(2)
    expect(second).toMatchObject({ cursor: 2, digest: null })
    expect(second.generation).not.toBe(generation)
    expect(await cache.applyRebuild([batch(2, 9)], generation)).toMatchObject({ outcome: 'gap', added: 0 })
    expect(await cache.finishRebuild(generation)).toMatchObject({ generation: 1 })
    await cache.applyRebuild([batch(2, 3)], second.generation)
    await cache.finishRebuild(second.generation)
    expect(await everything(cache)).toEqual(posts(2, 3))
    expect(versionsOf(await cache.latest(10))).toEqual([1, 2, 3, 4, 5])
  })

  test('a swap that fails leaves both generations as they were', async () => {
    const { harness, cache, generation, after } = await forked()
    await cache.applyRebuild([after], generation)
    harness.failPut('kept', new DOMException('No room', 'QuotaExceededError'))
    await expect(cache.finishRebuild(generation)).rejects.toThrow(/no room/i)
    expect(await everything(cache)).toEqual(posts(0, 5))
    expect(await cache.rebuilding()).toMatchObject({ generation, cursor: 4 })
    await cache.finishRebuild(generation)
    expect(await cache.count()).toBe(6)
  })

  test('without a rebuild there is nothing to apply to and nothing to finish', async () => {
    const cache = await fresh().open()
    expect(await cache.applyRebuild([batch(0, 1)], 1)).toMatchObject({ outcome: 'gap', position: { generation: 1 } })
    expect(await cache.finishRebuild(2)).toEqual({ generation: 1, cursor: 0, digest: null })
  })

  test('keeps what was on the screen: folded posts, and edits of posts that the mother still has', async () => {
    const cache = await fresh().open()
    const lost = [
      post(4),
      post(5),
      edit(6, 4, 'better'),
      edit(7, 1, 'superseded'),
      edit(8, 1, 'lost edit'),
      remove(9, 5),
    ]
    await applyAll(cache, batch(0, 9, [...posts(0, 3), ...lost]))
    const { generation } = await cache.beginRebuild(0)
    await cache.applyRebuild([batch(0, 3)], generation)
    await cache.finishRebuild(generation)
    const kept = (await cache.latest(10)).slice(3)
    expect(contentsOf(kept)).toEqual(['better', '', 'lost edit'])
    expect(kept.map((it) => [it.editedVersion, it.deleted])).toEqual([
      [6, false],
      [undefined, true],
      [undefined, false],
    ])
    expect(contentsOf(await cache.latest(10)).slice(0, 1)).toEqual(['post 1 of 0'])
  })

  test('what was kept stays over a second fork, unless the mother has it again', async () => {
    const { cache, generation, after } = await forked()
    await cache.applyRebuild([after], generation)
    await cache.finishRebuild(generation)
    const next = await cache.beginRebuild(0)
    // This backup knows the lost version 4 again, as version 3, and neither 5 nor what came after the first fork.
    await cache.applyRebuild([batch(0, 3, [...posts(0, 2), post(3, 'again', { messageId: idOf(4) })])], next.generation)
    await cache.finishRebuild(next.generation)
    const timeline = await cache.latest(10)
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

  test('the outbox waits again for what the mother lost', async () => {
    const cache = await fresh().open()
    for (const n of [21, 22, 23, 24]) await cache.compose(request(n), n)
    await cache.settle([stored(21, 8), stored(22, 9)])
    const { generation } = await cache.beginRebuild(0)
    await cache.applyRebuild(
      [batch(0, 8, [post(8, 'draft 21', { messageId: idOf(21), senderDeviceId: SELF })])],
      generation,
    )
    expect(await states(cache)).toEqual(['draft 21 sent', 'draft 22 sent', 'draft 23 waiting', 'draft 24 waiting'])
    await cache.finishRebuild(generation)
    expect(await states(cache)).toEqual(['draft 22 waiting', 'draft 23 waiting', 'draft 24 waiting'])
    expect((await cache.nextRequest()).map((it) => it.content)).toEqual(['draft 22', 'draft 23', 'draft 24'])
  })

  test('what was sent beyond the head of a mother that went back waits again, though no fork shows', async () => {
    const cache = await fresh().open()
    for (const n of [21, 22, 23]) await cache.compose(request(n), n)
    const level = batch(0, 2, [post(1, 'a'), post(2, 'b')])
    const { generation } = (await cache.apply([level], 1)).position
    await cache.settle([stored(21, 3), stored(22, 4)])
    await cache.apply([{ ...level, head: 4 }], generation)
    expect(await states(cache)).toEqual(['draft 21 sent', 'draft 22 sent', 'draft 23 waiting'])
    await cache.apply([{ ...level, from: 2, messages: [], head: 2 }], generation)
    expect(await states(cache)).toEqual(['draft 21 waiting', 'draft 22 waiting', 'draft 23 waiting'])
  })

  test('says what is gone, also to a device that had read so far in the other history', async () => {
    const { cache } = await forked()
    const reader = await cache.beginRebuild(4)
    await cache.finishRebuild(reader.generation)
    expect(await cache.goneUpTo()).toBe(4)
    const late = await cache.beginRebuild(40)
    await cache.finishRebuild(late.generation)
    expect(await cache.goneUpTo()).toBe(40)
    expect(await cache.position()).toMatchObject({ cursor: 40, digest: null })
  })
}
