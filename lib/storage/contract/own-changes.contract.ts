import { expect, test } from 'vitest'
import type { ChangeRequest } from '../../core/ports.ts'
import type { LocalStore } from '../local-store.ts'
import {
  applyAll,
  batch,
  deviceInfo,
  edit,
  idOf,
  OTHER,
  post,
  posts,
  refused,
  remove,
  request,
  SELF,
  states,
  stored,
} from './fixtures.ts'
import type { Fresh } from './harness.ts'

const change = (n: number, target: number, kind: 'edit' | 'delete', content: string): ChangeRequest => ({
  ...{ messageId: idOf(n), receiverDeviceId: 'all', kind, targetId: idOf(target), contentType: 'text/plain', content },
})
const editing = (n: number, target: number, content = `edit ${n}`) => change(n, target, 'edit', content)
const removing = (n: number, target: number) => change(n, target, 'delete', '')

/** The messages that would go out at this time. */
const next = async (store: LocalStore, now = 0) =>
  (await store.nextRequest(now)).map((it) => `${it.kind ?? 'post'} ${it.content}`.trim())
const write = (store: LocalStore, n: number) => store.compose(request(n), n, { fresh: true })

export function ownChangesContract(fresh: Fresh): void {
  test('an edit of a post that has never left the device changes the post itself', async () => {
    const store = await fresh().open()
    await write(store, 1)
    await store.edit(editing(9, 1, 'better'), 2, true)
    expect(await states(store)).toEqual(['better waiting'])
    expect(await next(store)).toEqual(['post better'])
    expect((await store.outbox())[0]).toEqual({
      ...{ seq: 1, request: { ...request(1), content: 'better', contentType: 'text/plain' }, composedAt: 1 },
      state: 'waiting',
    })
  })

  test('an edit of a post that may have left the device follows it', async () => {
    const harness = fresh()
    const store = await harness.open()
    await write(store, 1)
    await store.nextRequest(0)
    await store.edit(editing(9, 1, 'better'), 2, true)
    store.close()
    const again = await harness.open()
    expect(await next(again)).toEqual(['post draft 1', 'edit better'])
    await again.edit(editing(10, 1, 'best'), 3, true)
    expect(await next(again)).toEqual(['post draft 1', 'edit better', 'edit best'])
  })

  test('what was composed to go out at once is never changed in place', async () => {
    const store = await fresh().open()
    await store.compose(request(1), 1)
    await store.edit(editing(9, 1, 'better'), 2, false)
    await store.edit(editing(10, 1, 'best'), 3, false)
    expect(await next(store)).toEqual(['post draft 1', 'edit better', 'edit best'])
  })

  test('an edit that has not left the device takes the next text, and replaces one that was refused', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3))
    await store.edit(editing(9, 2, 'refused'), 1, false)
    await store.settle([refused(9)])
    await store.edit(editing(10, 2, 'first'), 2, true)
    await store.edit(editing(11, 3, 'of another'), 3, true)
    await store.edit(editing(12, 2, 'second'), 4, true)
    expect((await store.outbox()).map((it) => [it.request.content, it.composedAt])).toEqual([
      ['second', 4],
      ['of another', 3],
    ])
  })

  test('an answer that comes while the person edits loses neither text, and doubles none', async () => {
    const store = await fresh().open()
    await write(store, 1)
    const leaving = store.nextRequest(0)
    const [sent] = await Promise.all([leaving, store.edit(editing(9, 1, 'better'), 2, true)])
    await store.settle([stored(1, 1)])
    const all = [...sent, ...(await store.nextRequest(0))]
    expect(all.map((it) => it.messageId)).toEqual(all.length === 1 ? [idOf(1)] : [idOf(1), idOf(9)])
    expect(all.at(-1)?.content).toBe('better')
  })

  test('a delete is held until its time, over a reopening, while others go out', async () => {
    const harness = fresh()
    const store = await harness.open()
    await applyAll(store, batch(0, 3))
    expect(await store.remove([removing(9, 2)], 1_000, 11_000)).toEqual({ held: [idOf(9)], dropped: [] })
    await write(store, 5)
    store.close()
    const again = await harness.open()
    expect(await again.nextDueAt(1_000)).toBe(11_000)
    expect(await next(again, 10_999)).toEqual(['post draft 5'])
    expect(await next(again, 11_000)).toEqual(['delete', 'post draft 5'])
    expect(await again.nextDueAt(11_000)).toBeNull()
  })

  test('a clock that was set back holds no delete', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3))
    await store.remove([removing(9, 2)], 1_000_000, 1_010_000)
    expect(await store.nextDueAt(5_000)).toBeNull()
    expect(await next(store, 5_000)).toEqual(['delete'])
  })

  test('a delete can be taken back until it may have left', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3))
    const first = await store.remove([removing(8, 1), removing(9, 2)], 0, 10_000)
    expect(await store.undoRemove(first)).toBe(true)
    expect(await states(store)).toEqual([])
    const second = await store.remove([removing(10, 1)], 0, 10_000)
    await store.nextRequest(10_000)
    expect(await store.undoRemove(second)).toBe(false)
    expect(await next(store, 10_000)).toEqual(['delete'])
  })

  test('a deleted post that has never left the device is never sent, and comes back to its place', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3]) await write(store, n)
    const deletion = await store.remove([removing(9, 2)], 0, 10_000)
    expect(deletion).toMatchObject({ held: [], dropped: [{ seq: 2, fresh: true }] })
    expect(await states(store)).toEqual(['draft 1 waiting', 'draft 3 waiting'])
    expect(await store.undoRemove(deletion)).toBe(true)
    expect(await next(store)).toEqual(['post draft 1', 'post draft 2', 'post draft 3'])
    await store.settle([refused(2)])
    const failed = await store.remove([removing(10, 2)], 0, 10_000)
    expect(failed).toMatchObject({ dropped: [{ state: 'failed' }] })
    expect(await states(store)).toEqual(['draft 1 waiting', 'draft 3 waiting'])
  })

  test('a delete follows a post that may have reached the server', async () => {
    const store = await fresh().open()
    await write(store, 1)
    await store.nextRequest(0)
    await store.remove([removing(9, 1)], 0, 10_000)
    expect(await next(store, 10_000)).toEqual(['post draft 1', 'delete'])
    await store.settle([stored(1, 1), stored(9, 2)])
    await applyAll(
      store,
      batch(0, 2, [
        post(1, '', { senderDeviceId: SELF }),
        { ...remove(2, 1), messageId: idOf(9), senderDeviceId: SELF },
      ]),
    )
    expect(await states(store)).toEqual([])
    expect(await store.at(1)).toMatchObject({ deleted: true })
  })

  test('the changes of a post that the server refuses happen on this device alone', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3]) await store.compose(request(n), n)
    await store.edit(editing(9, 1, 'better'), 4, false)
    await store.remove([removing(10, 2)], 5, 10_000)
    await store.edit(editing(11, 3, 'third'), 6, false)
    await store.settle([refused(1), refused(2), refused(3, 'conflict'), refused(9)])
    expect(await states(store)).toEqual(['better failed', 'draft 3 failed', 'third waiting'])
  })

  test('what the server lost waits again although a delete is held before it', async () => {
    const store = await fresh().open()
    const level = batch(0, 2)
    await applyAll(store, level)
    await store.remove([removing(9, 2)], 0, 10_000)
    await write(store, 21)
    await store.settle([stored(21, 3)])
    await applyAll(store, { ...level, from: 2, messages: [], head: 2 })
    expect(await next(store, 0)).toEqual(['post draft 21'])
  })

  test('a change waits while its post is lost and another device may give it back', async () => {
    const store = await fresh().open()
    await store.saveDevices([deviceInfo(SELF, 'Me'), deviceInfo(OTHER, 'Other')])
    await applyAll(store, batch(0, 5, [...posts(0, 3), post(4), post(5, 'mine', { senderDeviceId: SELF })]))
    await store.edit(editing(9, 4), 1, true)
    await store.edit(editing(10, 5), 2, true)
    await store.remove([removing(11, 4)], 0, 10_000)
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild([batch(0, 3)], generation)
    await store.finishRebuild(generation)
    expect(await next(store, 10_000)).toEqual(['post mine', 'edit edit 10'])
    await store.giveBack(1_000, 60_000)
    await store.giveBack(61_000, 60_000)
    expect(await next(store, 10_000)).toEqual(['post post 4', 'post mine', 'edit edit 9', 'edit edit 10', 'delete'])
  })

  test('keeps every text that a post has had, until it is deleted', async () => {
    const store = await fresh().open()
    const texts = async (limit = 10) => (await store.texts(1, limit)).map((it) => it.content)
    await applyAll(store, batch(0, 4, [post(1), edit(2, 1), post(3), edit(4, 1)]))
    expect(await texts()).toEqual(['post 1', 'edit 2', 'edit 4'])
    expect(await texts(1)).toEqual(['post 1', 'edit 4'])
    expect([await store.texts(2, 10), await store.texts(7, 10)]).toEqual([[], []])
    await applyAll(store, batch(4, 5, [remove(5, 1)]))
    expect(await texts()).toEqual([])
  })

  test('finds a post by its id', async () => {
    const store = await fresh().open()
    expect(await store.versionOf(idOf(1))).toBeNull()
    await applyAll(store, batch(0, 2_500), batch(2_500, 2_501, [edit(2_501, 3)]))
    expect(await store.versionOf(idOf(9_999))).toBeNull()
    const held = await store.history(0, 3_000)
    for (const at of [0, 1_200, 2_499]) expect(await store.versionOf(held[at]?.messageId ?? '')).toBe(at + 1)
    expect(await store.versionOf(idOf(2_501))).toBeNull()
  })
}
