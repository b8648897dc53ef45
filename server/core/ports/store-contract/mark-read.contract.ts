import { expect, test } from 'vitest'
import { type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function markReadContract(open: OpenStore) {
  test('readUpTo is one number for all devices of a user, moves only forward, and is durable', async () => {
    const kit = await setUp(open)
    const [ann, other, ben] = [await kit.device(), await kit.device(), await kit.device('ben')]
    await kit.send(ann, [post(), post(), post()])
    await kit.send(ben, [post()])
    expect((await kit.store.summary(ann)).readUpTo).toBe(0)
    expect(await kit.store.markRead(ann, 2)).toEqual({ readUpTo: 2, head: 3, moved: true })
    expect(await kit.store.markRead(other, 1)).toEqual({ readUpTo: 2, head: 3, moved: false })
    expect(await kit.store.markRead(other, 2)).toEqual({ readUpTo: 2, head: 3, moved: false })
    expect(await kit.store.markRead(other, 3)).toEqual({ readUpTo: 3, head: 3, moved: true })
    await kit.reopen()
    expect((await kit.store.summary(ann)).readUpTo).toBe(3)
    expect((await kit.store.summary(ben)).readUpTo).toBe(0)
  })

  test('it costs no version, and sends go on beside it', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(ann, [post(), post()])
    const { head, digest } = await store.summary(ann)
    await store.markRead(ann, 1)
    expect(await store.summary(ann)).toMatchObject({ head, digest, readUpTo: 1 })
    const [sent] = await Promise.all([send(ann, [post()]), store.markRead(ann, 2), send(ann, [post()])])
    expect(sent).toMatchObject([{ ok: true, version: 3 }])
    expect(await store.summary(ann)).toMatchObject({ head: 4, readUpTo: 2 })
  })

  test('past head it is refused, and moves nothing', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(ann, [post(), post()])
    expect(await refusalOf(store.markRead(ann, 3))).toEqual({ code: 'history_forked', head: 2, floor: 0 })
    expect((await store.summary(ann)).readUpTo).toBe(0)
  })

  test('calls that come at once leave the highest', async () => {
    const { device, send, store } = await setUp(open)
    const devices = [await device(), await device()]
    await send(
      devices[0] as (typeof devices)[0],
      Array.from({ length: 9 }, () => post()),
    )
    const calls = [3, 9, 1, 5].map((version, n) => store.markRead(devices[n % 2] as (typeof devices)[0], version))
    await Promise.all(calls)
    expect((await store.summary(devices[0] as (typeof devices)[0])).readUpTo).toBe(9)
  })

  test('it outlives retention', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(ann, [post(), post()], 10)
    await store.markRead(ann, 1)
    await store.expire({ before: 20 })
    expect(await store.summary(ann)).toMatchObject({ floor: 2, readUpTo: 1 })
    expect(await store.markRead(ann, 2)).toMatchObject({ readUpTo: 2, moved: true })
  })
}
