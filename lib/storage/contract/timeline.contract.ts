import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../core/timeline/timeline-reader.ts'
import { applyAll, batch, edit, post, posts, versionsOf } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function timelineContract(fresh: Fresh): void {
  test('reads both ways from any version', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 2_100))
    expect(versionsOf(await store.latest(3))).toEqual([2_098, 2_099, 2_100])
    expect(versionsOf(await store.before(1_002, 3))).toEqual([999, 1_000, 1_001])
    expect(versionsOf(await store.after(999, 3))).toEqual([1_000, 1_001, 1_002])
    expect(versionsOf(await store.from(1_000, 2))).toEqual([1_000, 1_001])
    expect((await store.latest(5_000)).length).toBe(2_100)
    for (const nothing of [store.before(1, 5), store.before(-3, 5), store.after(2_100, 5), store.latest(0)]) {
      expect(await nothing).toEqual([])
    }
    expect(versionsOf(await store.after(-1, 2))).toEqual([1, 2])
    expect(versionsOf(await store.from(0, 2))).toEqual([1, 2])
  })

  test('an entry is an anchor, too', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 10))
    const [entry] = (await store.latest(5)) as [TimelineEntry]
    expect(versionsOf(await store.before(entry, 2))).toEqual([4, 5])
    expect(versionsOf(await store.after(entry, 2))).toEqual([7, 8])
    expect(versionsOf(await store.from(entry, 2))).toEqual([6, 7])
  })

  test('finds posts beyond pages that hold nothing but edits', async () => {
    const store = await fresh().open()
    const edits = Array.from({ length: 3_000 }, (_, index) => edit(index + 3, 1))
    await applyAll(store, batch(0, 3_003, [...posts(0, 2), ...edits, post(3_003)]))
    expect(versionsOf(await store.latest(2))).toEqual([2, 3_003])
    expect(versionsOf(await store.before(3_003, 1))).toEqual([2])
    expect(versionsOf(await store.after(2, 1))).toEqual([3_003])
    expect(versionsOf(await store.after(1_500, 1))).toEqual([3_003])
    expect(await store.before(3_003, 2)).toMatchObject([{ editedVersion: 3_002 }, {}])
  })

  test('gives the stored messages in order, from any version', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 1_200))
    expect(await store.history(998, 4)).toEqual(posts(998, 1_002))
    expect(await store.history(1_200, 4)).toEqual([])
  })
}
