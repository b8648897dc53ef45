import { expect, test } from 'vitest'
import { mark, type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function expireContract(open: OpenStore) {
  async function setUpOld() {
    const kit = await setUp(open)
    const ann = await kit.device('ann')
    const items = Array.from({ length: 6 }, (_, n) => post(`${n + 1}`))
    const digests = [(await kit.store.summary(ann)).digest]
    for (const [n, it] of items.entries()) {
      await kit.send(ann, [it], [10, 20, 30, 15, 50, 60][n])
      digests.push((await kit.store.summary(ann)).digest)
    }
    // Not destructured: the kit's store changes when it is opened again.
    return Object.assign(kit, { ann, items, digests })
  }

  test('the floor moves over the longest prefix that is old, per user', async () => {
    const { store, ann, device, send, pullAll } = await setUpOld()
    const ben = await device('ben')
    await send(ben, [post(), post()], 5)
    expect(await store.expire({ before: 30 })).toEqual({ removed: 4 })
    expect(await store.summary(ann)).toMatchObject({ floor: 2, head: 6, lastReceivedVersion: 0 })
    expect(await store.summary(ben)).toMatchObject({ floor: 2, head: 2 })
    // Version 4 is older than 30, too, but 3 is not, and retention must not remove from the middle.
    expect((await pullAll(ann, 500, 2)).map((it) => it.version)).toEqual([3, 4, 5, 6])
    expect(await store.expire({ before: 30 })).toEqual({ removed: 0 })
  })

  test('a cursor below the floor is told; one at the floor goes on, its digest still checked', async () => {
    const kit = await setUpOld()
    const { store, ann, digests } = kit
    await store.expire({ before: 30 })
    await kit.reopen()
    const at = (after: number, digest?: string) =>
      kit.store.pull(ann, { after, ...(digest !== undefined && { digest }) })
    expect(await refusalOf(at(1))).toEqual({ code: 'cursor_expired', floor: 2, head: 6 })
    expect(await refusalOf(at(0, 'another'))).toEqual({ code: 'cursor_expired', floor: 2, head: 6 })
    expect(await at(2, digests[2])).toMatchObject({ from: 2, upTo: 6, digest: digests[6], floor: 2 })
    expect(await refusalOf(at(2, digests[3]))).toMatchObject({ code: 'history_forked' })
    expect(await refusalOf(kit.store.pull(ann, {}))).toEqual({ code: 'cursor_expired', floor: 2, head: 6 })
    await kit.store.acknowledge(ann, { version: 2 })
    expect(await kit.store.pull(ann, {})).toMatchObject({ from: 2, upTo: 6 })
  })

  test('a mark goes with its version, not with its post; a post that went takes no more marks', async () => {
    const { send, store, device, pullAll } = await setUp(open)
    const ann = await device()
    const texts = [post('one'), post('two')]
    await send(ann, texts, 10)
    await send(ann, [mark(texts[0]?.messageId ?? '', '{"pinned":true}')], 50)
    expect(await store.expire({ before: 30 })).toEqual({ removed: 2 })
    expect((await pullAll(ann, 500, 2)).map((it) => [it.version, it.content])).toEqual([[3, '{"pinned":true}']])
    const late = mark(texts[1]?.messageId ?? '', '{"pinned":true}')
    expect(await send(ann, [late])).toMatchObject([{ error: { code: 'not_found' } }])
  })

  test('when everything went, versions and digest go on where they were', async () => {
    const kit = await setUpOld()
    const { store, ann, digests, items } = kit
    expect(await store.expire({ before: 61 })).toEqual({ removed: 6 })
    expect(await store.pull(ann, { after: 6, digest: digests[6] as string })).toMatchObject({ upTo: 6, messages: [] })
    expect(await refusalOf(store.pull(ann, {}))).toEqual({ code: 'cursor_expired', floor: 6, head: 6 })
    await store.acknowledge(ann, { version: 6 })
    expect(await store.pull(ann, {})).toMatchObject({ from: 6, upTo: 6, digest: digests[6] })
    const target = items[0]?.messageId
    expect(await kit.send(ann, [post('next'), { ...post(), kind: 'edit', targetId: target }])).toMatchObject([
      { version: 7 },
      { error: { code: 'not_found' } },
    ])
  })

  test('a message from a clock that was ahead goes with the next one that is old, and keeps nothing longer', async () => {
    const { store, device, send } = await setUp(open)
    const ann = await device()
    for (const at of [10, 900, 901, 20, 902, 50]) await send(ann, [post()], at)
    expect(await store.expire({ before: 20, now: 60 })).toEqual({ removed: 1 })
    expect(await store.expire({ before: 30, now: 60 })).toEqual({ removed: 3 })
    expect(await store.summary(ann)).toMatchObject({ floor: 4, head: 6 })
    expect(await store.expire({ before: 51, now: 60 })).toEqual({ removed: 2 })
  })

  test('a message keeps the timestamp that people read, and goes when it is old by the time that retention counts from', async () => {
    const { store, device, send, pullAll } = await setUp(open)
    const ann = await device()
    const it = post()
    await send(ann, [it], 5, 100)
    expect(await pullAll(ann)).toMatchObject([{ timestamp: 5 }])
    expect(await send(ann, [it], 6, 101)).toMatchObject([{ duplicate: true, timestamp: 5 }])
    expect(await store.expire({ before: 100 })).toEqual({ removed: 0 })
    expect(await store.expire({ before: 101 })).toEqual({ removed: 1 })
  })

  test('more than one step of work is done, and a direct message goes, too', async () => {
    const { device, send, store, pullAll } = await setUp(open)
    const [ann, ben] = [await device(), await device()]
    for (let n = 0; n < 5; n += 1) {
      await send(
        ann,
        Array.from({ length: 450 }, (_, k) => post('x', k % 2 ? 'all' : ben.deviceId)),
        n,
      )
    }
    expect(await store.expire({ before: 4 })).toEqual({ removed: 1_800 })
    expect(await store.summary(ann)).toMatchObject({ floor: 1_800, head: 2_250 })
    expect(await pullAll(ben, 500, 1_800)).toHaveLength(450)
  })

  test('the time that retention believes is none at first, and is kept', async () => {
    const kit = await setUp(open)
    expect(await kit.store.trustedTime()).toBeNull()
    await kit.store.trustTime(5_000)
    await kit.store.trustTime(4_000)
    await kit.reopen()
    expect(await kit.store.trustedTime()).toBe(4_000)
  })
}
