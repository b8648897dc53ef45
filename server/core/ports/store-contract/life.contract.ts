import { expect, test } from 'vitest'
import { type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function lifeContract(open: OpenStore) {
  test('everything is there after a restart, and versions go on', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    await kit.send(ann, [post('one'), post('two')])
    const before = await kit.store.pull(ann, { after: 0 })
    await kit.reopen()
    expect(await kit.store.pull(ann, { after: 0 })).toEqual(before)
    expect(await kit.send(ann, [post()])).toMatchObject([{ version: 3 }])
  })

  test('closing lets what is under way become durable and refuses what comes later', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const sends = Array.from({ length: 20 }, () => kit.send(ann, [post()]))
    const closing = kit.store.close()
    expect(await refusalOf(kit.send(ann, [post()]))).toMatchObject({ code: 'unavailable' })
    await closing
    expect(await refusalOf(kit.store.pull(ann, {}))).toMatchObject({ code: 'unavailable' })
    await kit.store.close()
    await Promise.all(sends)
    await kit.reopen()
    expect((await kit.store.summary(ann)).head).toBe(20)
  })

  test('closing lets what was asked before be answered, however much of it', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const asked = Array.from({ length: 100 }, async (_, n) => {
      await kit.store.touchDevice(ann, n)
      return kit.store.summary(ann).catch(() => 'closed')
    })
    const pulled = Array.from({ length: 100 }, () => kit.store.pull(ann, {}))
    await kit.store.close()
    expect(await Promise.all(pulled)).toHaveLength(100)
    expect(await Promise.all(asked)).toHaveLength(100)
  })

  test('check answers while it is open', async () => {
    const { store } = await setUp(open)
    await store.check()
    await store.close()
    await expect(store.check()).rejects.toThrow()
  })
}
