import { expect, test } from 'vitest'
import type { DeviceFilter } from '../../core/timeline/filter.ts'
import type { Anchor, TimelineEntry } from '../../core/timeline/timeline-reader.ts'
import type { LocalStore } from '../local-store.ts'
import { applyAll, batch, contentsOf, edit, OTHER, post, posts, remove, SELF, versionsOf } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const filter: DeviceFilter = { kind: 'device', deviceId: SELF }
const own = (version: number) => post(version, `own ${version}`, { senderDeviceId: SELF })
const toOwn = (version: number) => post(version, `to own ${version}`, { receiverDeviceId: SELF })

/** All that fits, in as many steps as it takes. */
async function search(store: LocalStore, from: Anchor, direction: 'older' | 'newer') {
  let found: TimelineEntry[] = []
  let steps = 0
  for (let next: Anchor | null = from; next !== null; steps++) {
    const part = await store.find(filter, next, direction)
    found = direction === 'older' ? [...part.entries, ...found] : [...found, ...part.entries]
    next = part.next
  }
  return { found, steps }
}

export function findContract(fresh: Fresh): void {
  test('finds one message in a thousand, both ways, a page at a time', async () => {
    const store = await fresh().open()
    const mixed = posts(0, 5_000).map((it) => (it.version % 1_000 === 500 ? own(it.version) : it))
    await applyAll(store, batch(0, 5_000, mixed))
    for (const [from, direction] of [
      [Number.POSITIVE_INFINITY, 'older'],
      [0, 'newer'],
    ] as const) {
      const { found, steps } = await search(store, from, direction)
      expect(versionsOf(found)).toEqual([500, 1_500, 2_500, 3_500, 4_500])
      expect(steps).toBeGreaterThan(4)
    }
  })

  test('begins right beside its anchor', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 5, [own(1), post(2), own(3), post(4), own(5)]))
    const [first, second] = (await store.find(filter, Number.POSITIVE_INFINITY, 'older')).entries as TimelineEntry[]
    expect(versionsOf((await search(store, second as Anchor, 'older')).found)).toEqual([1])
    expect(versionsOf((await search(store, first as Anchor, 'newer')).found)).toEqual([3, 5])
    expect(versionsOf((await search(store, 4, 'newer')).found)).toEqual([5])
  })

  test('messages from the device and those to it alone fit; the ones of others and to all do not', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 4, [own(1), toOwn(2), post(3), post(4, 'to another', { receiverDeviceId: OTHER })]))
    const { found } = await search(store, Number.POSITIVE_INFINITY, 'older')
    expect(contentsOf(found)).toEqual(['own 1', 'to own 2'])
  })

  test('an edit counts for the post that it changes', async () => {
    const store = await fresh().open()
    const change = edit(3, 1, 'better', { senderDeviceId: OTHER })
    await applyAll(store, batch(0, 5, [own(1), own(2), change, remove(4, 2), edit(5, 9, 'of nothing')]))
    const { found } = await search(store, Number.POSITIVE_INFINITY, 'older')
    expect(found).toMatchObject([{ editedVersion: 3, message: { content: 'better' } }, { deleted: true }])
  })

  test('reads entries again with what has changed since', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3, [own(1), own(2), own(3)]))
    const { entries, generation } = await store.find(filter, Number.POSITIVE_INFINITY, 'older')
    await applyAll(store, batch(3, 6, [edit(4, 1, 'once'), edit(5, 1, 'twice'), remove(6, 2)]))
    const now = (await store.readAgain(entries, generation)) ?? []
    expect(contentsOf(now)).toEqual(['twice', '', 'own 3'])
    expect(await store.readAgain(entries, generation + 1)).toBeNull()
    expect(now).toEqual((await search(store, Number.POSITIVE_INFINITY, 'older')).found)
  })

  test('orphans that fit stand in their place, and leave when they are posts again', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 5, [own(1), post(2), post(3), own(4), post(5)]))
    const { generation } = await store.beginRebuild(0)
    const other = posts(3, 4, 1)
    await store.applyRebuild([batch(0, 4, [own(1), post(2), post(3), ...other])], generation)
    await store.finishRebuild(generation)
    await store.apply([batch(4, 5, [{ ...own(5), messageId: post(905).messageId }])], generation)
    const { found } = await search(store, Number.POSITIVE_INFINITY, 'older')
    expect(contentsOf(found)).toEqual(['own 1', 'own 4', 'own 5'])
    expect(found.map((it) => it.onlyHere)).toEqual([false, true, false])
    expect((await search(store, 0, 'newer')).found).toEqual(found)
    expect((await search(store, found[1] as Anchor, 'older')).found).toEqual(found.slice(0, 1))
    await store.apply([batch(5, 6, [{ ...own(6), messageId: own(4).messageId }])], generation)
    expect(contentsOf((await store.readAgain(found, generation)) ?? [])).toEqual(['own 1', 'own 5'])
  })
}
