import { expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
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
  stored,
} from './fixtures.ts'
import type { Fresh } from './harness.ts'

const GONE = '00000000-0000-4000-8000-00000000000c'
const WAIT = 60_000
const own = (version: number, part: Partial<Message> = {}) =>
  post(version, `mine ${version}`, { senderDeviceId: SELF, ...part })

/** The next request, as "kind content". */
const next = async (store: LocalStore) => (await store.nextRequest(0)).map((it) => `${it.kind ?? 'post'} ${it.content}`)
const only = async (store: LocalStore) =>
  (await store.latest(99)).filter((it) => it.onlyHere).map((it) => `${it.message.content}: ${it.stays ?? 'on its way'}`)

/** A device that holds `lost` after three posts; the restored server has `mothers`. */
async function forked(fresh: Fresh, lost: Message[], mothers: Message[] = posts(0, 3)) {
  const harness = fresh()
  const store = await harness.open()
  await store.saveDevices([deviceInfo(SELF, 'Me'), deviceInfo(OTHER, 'Other')])
  const last = lost.at(-1)?.version ?? 3
  await applyAll(store, batch(0, last, [...posts(0, 3), ...lost]))
  const fork =
    (messages: Message[], floor = 0, upTo = messages.at(-1)?.version ?? floor) =>
    async () => {
      const { generation } = await store.beginRebuild(floor)
      await store.applyRebuild([{ ...batch(floor, upTo, messages), floor }], generation)
      await store.finishRebuild(generation)
    }
  await fork(mothers)()
  return { harness, store, fork }
}

export function giveBackContract(fresh: Fresh): void {
  test('its own are due at once, before the outbox, in the order in which they were composed', async () => {
    const { store } = await forked(fresh, [{ ...own(4), composedAt: 3 }, post(5), own(6)])
    await store.compose(request(21), 0)
    expect(await next(store)).toEqual(['post mine 4', 'post mine 6', 'post draft 21'])
    expect((await store.nextRequest(0))[0]).toEqual({
      ...{ messageId: idOf(4), receiverDeviceId: 'all', kind: 'post', contentType: 'text/plain', content: 'mine 4' },
      composedAt: 3,
    })
    expect(await store.outbox()).toHaveLength(1)
  })

  test('what others sent waits for them: until they are gone, or have had their time', async () => {
    const { store } = await forked(fresh, [
      post(4),
      own(5),
      post(6, 'from the gone', { senderDeviceId: GONE }),
      post(7),
    ])
    expect(await next(store)).toEqual(['post mine 5'])
    expect(await store.giveBack(1_000, WAIT)).toEqual({ queued: 1, again: 1_000 + WAIT })
    expect(await next(store)).toEqual(['post mine 5', 'post from the gone'])
    expect(await store.giveBack(WAIT + 999, WAIT)).toEqual({ queued: 0, again: 1_000 + WAIT })
    expect(await store.giveBack(WAIT + 1_000, WAIT)).toEqual({ queued: 2, again: null })
    expect(await next(store)).toEqual(['post post 4', 'post mine 5', 'post from the gone', 'post post 7'])
    expect(await store.giveBack(2 * WAIT, WAIT)).toEqual({ queued: 0, again: null })
  })

  test('a reopening does not begin the wait anew; a clock that is set back does', async () => {
    const { harness, store } = await forked(fresh, [post(4)])
    await store.giveBack(5_000, WAIT)
    store.close()
    const again = await harness.open()
    expect(await again.giveBack(6_000, WAIT)).toEqual({ queued: 0, again: 5_000 + WAIT })
    expect(await again.giveBack(100, WAIT)).toEqual({ queued: 0, again: 100 + WAIT })
    expect(await again.giveBack(100 + WAIT, WAIT)).toEqual({ queued: 1, again: null })
  })

  test('no orphans, nothing to ask for again', async () => {
    const store = await fresh().open()
    expect(await store.giveBack(0, 0)).toEqual({ queued: 0, again: null })
  })

  test('is sent until the server has answered, and stays until it has come back', async () => {
    const { harness, store } = await forked(fresh, [own(4), own(5)])
    await store.settle([stored(4, 4), refused(5, 'unavailable')])
    expect(await next(store)).toEqual(['post mine 5'])
    store.close()
    const again = await harness.open()
    expect(await next(again)).toEqual(['post mine 5'])
    await again.settle([stored(5, 5)])
    expect([await next(again), await only(again)]).toEqual([[], ['mine 4: on its way', 'mine 5: on its way']])
    await applyAll(again, batch(3, 4, [own(4)]))
    expect(await only(again)).toEqual(['mine 5: on its way'])
    await applyAll(again, batch(4, 5, [own(5)]))
    expect([await only(again), await again.count()]).toEqual([[], 5])
  })

  test('what comes back before it was sent, or answered, is not sent any more, whichever device sent it', async () => {
    const { store } = await forked(fresh, [own(4), post(5), post(6)])
    await applyAll(
      store,
      batch(3, 5, [post(4, 'post 5', { messageId: idOf(5) }), own(5, { messageId: idOf(4), senderDeviceId: OTHER })]),
    )
    await store.settle([refused(4, 'conflict')])
    await store.giveBack(0, 0)
    expect([await next(store), await only(store)]).toEqual([['post post 6'], ['post 6: on its way']])
  })

  test('what the server took and lost once more is due again, also where no fork shows', async () => {
    const { store } = await forked(fresh, [own(4)])
    await store.settle([stored(4, 4)])
    expect(await next(store)).toEqual([])
    await applyAll(store, { ...batch(3, 3, []), head: 4 })
    expect(await next(store)).toEqual([])
    await applyAll(store, batch(3, 3, []))
    expect(await next(store)).toEqual(['post mine 4'])
  })

  test('what stood there under two versions, because the floor hid a fork, becomes one orphan, sent once', async () => {
    const { store, fork } = await forked(fresh, [own(4)], [...posts(0, 3), own(4)])
    await store.skipTo(9)
    await applyAll(store, batch(9, 10, [{ ...own(4), version: 10 }]))
    await fork(posts(0, 3))()
    expect([await next(store), await only(store)]).toEqual([['post mine 4'], ['mine 4: on its way']])
    await store.settle([stored(4, 4)])
    expect(await next(store)).toEqual([])
    await applyAll(store, batch(3, 4, [own(4)]))
    expect(await only(store)).toEqual([])
  })

  test('a refusal is no failure: it stays where it is, with the reason, and is not sent again', async () => {
    const direct = own(4, { receiverDeviceId: GONE })
    const { store } = await forked(fresh, [direct, own(5)])
    await store.settle([refused(4), refused(5, 'conflict')])
    expect(await only(store)).toEqual(['mine 4: unknown_receiver', 'mine 5: conflict'])
    expect([await next(store), await store.outbox()]).toEqual([[], []])
    await store.giveBack(9 * WAIT, WAIT)
    expect(await next(store)).toEqual([])
  })

  test('another fork begins anew, also for what was refused', async () => {
    const { store, fork } = await forked(fresh, [own(4), own(5), post(6)])
    await store.settle([stored(4, 4), refused(5)])
    await store.giveBack(0, 0)
    await store.settle([refused(6, 'conflict')])
    await fork(posts(0, 2))()
    expect(await only(store)).toEqual([
      'post 3 of 0: on its way',
      'mine 4: on its way',
      'mine 5: on its way',
      'post 6: on its way',
    ])
    expect(await next(store)).toEqual(['post mine 4', 'post mine 5'])
    await store.giveBack(0, 0)
    expect(await next(store)).toEqual(['post post 3 of 0', 'post mine 4', 'post mine 5', 'post post 6'])
  })

  test('keeps the original order, however often and however mixed up things came back', async () => {
    const { store, fork } = await forked(fresh, [own(4), own(5), own(6), own(7)])
    const back = [...posts(0, 3), own(4, { messageId: idOf(7), content: 'mine 7' }), own(5, { messageId: idOf(5) })]
    await fork(back)()
    expect(await next(store)).toEqual(['post mine 4', 'post mine 6'])
  })

  test('what retention has removed, and what was deleted, is for no device to give back', async () => {
    const { store, fork } = await forked(fresh, [own(4), own(5), remove(6, 5)])
    expect(await next(store)).toEqual(['post mine 4'])
    await fork([own(5, { messageId: idOf(4), content: 'mine 4' })], 2, 5)()
    await store.giveBack(0, 0)
    expect(await only(store)).toEqual([
      'post 1 of 0: removed',
      'post 2 of 0: removed',
      'post 3 of 0: on its way',
      ': deleted',
    ])
    expect(await next(store)).toEqual(['post post 3 of 0'])
    await fork(posts(0, 1))()
    await store.giveBack(0, 0)
    expect(await next(store)).not.toContain('post post 2 of 0')
  })

  test('an edited post is given back with the text that was shown', async () => {
    const { store } = await forked(fresh, [own(4), edit(5, 4, 'better'), edit(6, 4, 'best')])
    expect(await next(store)).toEqual(['post best'])
    await applyAll(store, batch(3, 4, [own(4, { content: 'best' })]))
    await store.giveBack(0, 0)
    expect([await next(store), await only(store)]).toEqual([[], []])
  })

  test('a post that comes back without its edit or its delete gets these back, too', async () => {
    const mine = { senderDeviceId: SELF }
    const lost = [
      post(4),
      edit(5, 4, 'better', mine),
      post(6),
      { ...remove(7, 6), ...mine },
      post(8),
      edit(9, 8, 'by another'),
    ]
    const { store } = await forked(fresh, lost)
    await applyAll(
      store,
      batch(
        3,
        6,
        [4, 6, 8].map((n, i) => post(4 + i, `as it was ${n}`, { messageId: idOf(n) })),
      ),
    )
    expect(await next(store)).toEqual(['edit better', 'delete '])
    expect((await store.nextRequest(0))[1]).toMatchObject({ messageId: idOf(7), targetId: idOf(6) })
    await store.giveBack(0, 0)
    expect(await next(store)).toEqual(['edit better', 'delete ', 'edit by another'])
    const back = [
      edit(7, 4, 'better', { messageId: idOf(5) }),
      { ...remove(8, 5), messageId: idOf(7) },
      edit(9, 6, 'by another'),
    ]
    await applyAll(store, batch(6, 9, back))
    expect([await next(store), await only(store)]).toEqual([[], []])
  })

  test('edits and deletes of posts that the server still has are given back by themselves, but win over nothing newer', async () => {
    const mine = { senderDeviceId: SELF }
    const lost = [1, 2, 3].map((n) => edit(3 + n, n, `lost edit of ${n}`, mine))
    const mothers = [
      ...posts(0, 3),
      edit(4, 2, 'new edit', { messageId: idOf(4, 1) }),
      { ...remove(5, 3), messageId: idOf(5, 1) },
    ]
    const { store } = await forked(fresh, [...lost, { ...remove(7, 2), ...mine }], mothers)
    expect(await next(store)).toEqual(['edit lost edit of 1', 'delete '])
  })

  test('an edit whose post was edited anew since stays here', async () => {
    const newer = edit(4, 2, 'new edit', { messageId: idOf(4, 1) })
    const { store } = await forked(fresh, [edit(4, 2, 'lost edit', { senderDeviceId: SELF })], [...posts(0, 3), newer])
    expect([await next(store), await only(store)]).toEqual([[], ['lost edit: overtaken']])
  })

  test('a transaction that fails leaves orphans as they were', async () => {
    const { harness, store } = await forked(fresh, [own(4), post(5)])
    harness.failPut('dueOrphans', new DOMException('No room', 'QuotaExceededError'))
    await expect(store.giveBack(0, 0)).rejects.toThrow(/no room|quota/i)
    expect(await next(store)).toEqual(['post mine 4'])
    harness.failPut('orphans', new DOMException('No room', 'QuotaExceededError'))
    await expect(store.settle([stored(4, 4)])).rejects.toThrow(/no room|quota/i)
    expect(await next(store)).toEqual(['post mine 4'])
    expect(await store.giveBack(0, 0)).toEqual({ queued: 1, again: null })
  })

  test('a request is filled from the orphans first, and the rest follows, nothing twice', async () => {
    const many = Array.from({ length: 700 }, (_, n) => own(n + 4))
    const { store } = await forked(fresh, many)
    for (const n of [2_001, 2_002]) await store.compose(request(n), 0)
    const first = await store.nextRequest(0)
    expect(first.map((it) => it.content)).toEqual(many.slice(0, 500).map((it) => it.content))
    await store.settle(
      first.map(({ messageId }, n) => ({ messageId, ok: true, version: n + 4, timestamp: 0, duplicate: false })),
    )
    const second = await store.nextRequest(0)
    expect(second.map((it) => it.content)).toEqual([
      ...many.slice(500).map((it) => it.content),
      'draft 2001',
      'draft 2002',
    ])
  })
}
