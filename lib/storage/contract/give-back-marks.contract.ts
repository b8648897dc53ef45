import { expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import type { LocalStore } from '../local-store.ts'
import {
  applyAll,
  batch,
  contentsOf,
  edit,
  idOf,
  mark,
  OTHER,
  post,
  posts,
  refused,
  remove,
  SELF,
  stored,
} from './fixtures.ts'
import type { Fresh } from './harness.ts'

const [PIN, UNPIN, DONE] = [{ pinned: true }, { pinned: null }, { done: true }]
const mine = { senderDeviceId: SELF }
const next = async (store: LocalStore) => (await store.nextRequest(0)).map((it) => `${it.kind ?? 'post'} ${it.content}`)

/** A device that holds three posts and `lost`, and has taken over the history of a restored server. */
async function restored(fresh: Fresh, lost: Message[], servers: Message[] = posts(0, 3)) {
  const store = await fresh().open()
  await applyAll(store, batch(0, lost.at(-1)?.version ?? 3, [...posts(0, 3), ...lost]))
  const { generation } = await store.beginRebuild(0)
  await store.applyRebuild([batch(0, servers.at(-1)?.version ?? 0, servers)], generation)
  await store.finishRebuild(generation)
  return store
}

export function giveBackMarksContract(fresh: Fresh): void {
  test('a lost mark is given back, is nothing to look at meanwhile, and counts again once it is back', async () => {
    const store = await restored(fresh, [mark(4, 1, PIN, mine), mark(5, 2, DONE)])
    expect(await next(store)).toEqual(['mark {"pinned":true}'])
    expect((await store.nextRequest(0))[0]).toMatchObject({ messageId: idOf(4), targetId: idOf(1) })
    expect([contentsOf(await store.latest(9)), await store.pins(9)]).toEqual([contentsOf(await store.latest(3)), []])
    await store.giveBack(0, 0)
    expect(await next(store)).toEqual(['mark {"pinned":true}', 'mark {"done":true}'])
    await store.settle([stored(4, 4), stored(5, 5)])
    await applyAll(store, batch(3, 5, [mark(4, 1, PIN, mine), mark(5, 2, DONE, mine)]))
    expect([await next(store), await store.orphans(), contentsOf(await store.pins(9))]).toEqual([
      [],
      [],
      ['post 1 of 0'],
    ])
  })

  test('a mark that a later one has replaced is not given back; one that clears a key is', async () => {
    const lost = [mark(4, 1, PIN, mine), mark(5, 1, { ...DONE, colour: 'red' }, mine), mark(6, 1, UNPIN, mine)]
    const store = await restored(fresh, [...lost, mark(7, 1, { colour: null }, mine)])
    expect(await next(store)).toEqual([
      'mark {"done":true,"colour":"red"}',
      'mark {"pinned":null}',
      'mark {"colour":null}',
    ])
  })

  test('a key that was set again in the new history stays as it is there', async () => {
    const lost = [mark(4, 1, PIN, mine), mark(5, 1, DONE, mine), mark(6, 2, PIN, mine), remove(7, 3)]
    const again = mark(4, 1, UNPIN, { messageId: idOf(4, 9) })
    const store = await restored(fresh, lost, [...posts(0, 3), again])
    expect(await next(store)).toEqual(['mark {"done":true}', 'mark {"pinned":true}'])
    expect(await store.pins(9)).toEqual([])
  })

  test('marks of a lost post follow it one after the other, after its edit, whoever gives it back', async () => {
    const lost = [post(4), edit(5, 4, 'better', mine), mark(6, 4, PIN, mine), mark(7, 4, DONE, mine)]
    const store = await restored(fresh, lost)
    expect(await store.latest(1)).toMatchObject([{ pinned: true, done: true, onlyHere: true }])
    expect(await next(store)).toEqual([])
    await applyAll(store, batch(3, 4, [post(4, 'post 4', { senderDeviceId: OTHER })]))
    expect(await next(store)).toEqual(['edit better'])
    await store.settle([stored(5, 5)])
    await applyAll(store, batch(4, 5, [edit(5, 4, 'better', mine)]))
    expect(await next(store)).toEqual(['mark {"pinned":true}'])
    await store.settle([stored(6, 6)])
    await applyAll(store, batch(5, 6, [mark(6, 4, PIN, mine)]))
    expect(await next(store)).toEqual(['mark {"done":true}'])
    await store.settle([stored(7, 7)])
    await applyAll(store, batch(6, 7, [mark(7, 4, DONE, mine)]))
    expect([await store.orphans(), await next(store)]).toEqual([[], []])
    expect(await store.latest(1)).toMatchObject([{ pinned: true, done: true, message: { content: 'better' } }])
  })

  test('a mark that the server refuses for good leaves nothing behind; after a conflict it comes in', async () => {
    const store = await restored(fresh, [mark(4, 1, PIN, mine), mark(5, 2, PIN, mine), mark(6, 3, PIN, mine)])
    await store.settle([refused(4), refused(5, 'conflict'), refused(6, 'unavailable')])
    expect((await store.orphans()).map((it) => it.entry.message.version)).toEqual([5, 6])
    expect(await next(store)).toEqual(['mark {"pinned":true}'])
    await applyAll(store, batch(3, 4, [mark(4, 2, PIN, { messageId: idOf(5) })]))
    expect((await store.orphans()).map((it) => it.entry.message.version)).toEqual([6])
  })

  test('lost marks of a post that was deleted meanwhile are void', async () => {
    const lost = [mark(4, 1, PIN, mine), post(5, 'gone', mine), mark(6, 5, PIN, mine), remove(7, 5)]
    const store = await restored(fresh, lost, [...posts(0, 3), remove(4, 1)])
    expect(await next(store)).toEqual([])
  })
}
