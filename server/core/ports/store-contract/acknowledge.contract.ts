import { expect, test } from 'vitest'
import { type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function acknowledgeContract(open: OpenStore) {
  test('lastReceivedVersion moves only forward, of that device alone, and is durable', async () => {
    const kit = await setUp(open)
    const [ann, other] = [await kit.device(), await kit.device()]
    await kit.send(ann, [post(), post(), post()])
    const { digest } = await kit.store.summary(ann)
    expect(await kit.store.acknowledge(ann, { version: 2 })).toEqual({ lastReceivedVersion: 2, moved: true })
    expect(await kit.store.acknowledge(ann, { version: 1 })).toEqual({ lastReceivedVersion: 2, moved: false })
    expect(await kit.store.acknowledge(ann, { version: 2 })).toEqual({ lastReceivedVersion: 2, moved: false })
    expect(await kit.store.acknowledge(ann, { version: 3, digest })).toEqual({ lastReceivedVersion: 3, moved: true })
    await kit.reopen()
    expect((await kit.store.summary(ann)).lastReceivedVersion).toBe(3)
    expect((await kit.store.summary(other)).lastReceivedVersion).toBe(0)
  })

  test('an ack past the head, or with another digest, moves nothing', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(ann, [post(), post()])
    const forked = { code: 'history_forked', head: 2, floor: 0 }
    expect(await refusalOf(store.acknowledge(ann, { version: 3 }))).toEqual(forked)
    expect(await refusalOf(store.acknowledge(ann, { version: 2, digest: 'x' }))).toEqual(forked)
    expect((await store.summary(ann)).lastReceivedVersion).toBe(0)
  })

  test('acks that come at once leave the highest', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(
      ann,
      Array.from({ length: 9 }, () => post()),
    )
    await Promise.all([3, 9, 1, 5].map((version) => store.acknowledge(ann, { version })))
    expect((await store.summary(ann)).lastReceivedVersion).toBe(9)
  })
}
