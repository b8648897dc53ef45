import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function pullContract(open: OpenStore) {
  test('a direct message is seen by its two ends, and covered by the range of everybody else', async () => {
    const { device, send, pullAll, store } = await setUp(open)
    const [ann, ben, cleo] = [await device(), await device(), await device()]
    await send(ann, [post('for all'), post('for ben', ben.deviceId), post('for herself', ann.deviceId)])
    const contents = async (who: typeof ann) => (await pullAll(who)).map((it) => it.content)
    expect(await contents(ann)).toEqual(['for all', 'for ben', 'for herself'])
    expect(await contents(ben)).toEqual(['for all', 'for ben'])
    expect(await contents(cleo)).toEqual(['for all'])
    expect(await store.pull(cleo, { after: 1 })).toMatchObject({ from: 1, upTo: 3, messages: [], head: 3 })
  })

  test('the sender of a direct message sees how its receiver changes it', async () => {
    const { device, send, pullAll } = await setUp(open)
    const [ann, ben, cleo] = [await device(), await device(), await device()]
    const message = post('typo', ben.deviceId)
    await send(ann, [message])
    await send(ben, [{ ...post('fixed', ben.deviceId), kind: 'edit', targetId: message.messageId }])
    expect((await pullAll(ann)).map((it) => it.content)).toEqual(['typo', 'fixed'])
    expect(await pullAll(cleo)).toEqual([])
  })

  test('nothing of another user, even under the same device id', async () => {
    const { device, send, pullAll, store } = await setUp(open)
    const deviceId = randomUUID()
    const [ann, ben] = [await device('ann', deviceId), await device('ben', deviceId)]
    await send(ann, [post('for all'), post('direct', deviceId)])
    expect(await pullAll(ben)).toEqual([])
    expect(await store.summary(ben)).toMatchObject({ head: 0 })
    expect(await store.listDevices('ben')).toHaveLength(1)
  })

  test.each([1, 2, 3, 7, 500])('in steps of %i it is the same history', async (limit) => {
    const { device, send, pullAll } = await setUp(open)
    const [ann, ben] = [await device(), await device()]
    await send(
      ann,
      Array.from({ length: 20 }, (_, n) => post(`${n}`, n % 3 ? 'all' : ann.deviceId)),
    )
    const expected = Array.from({ length: 20 }, (_, n) => n + 1).filter((version) => (version - 1) % 3)
    expect((await pullAll(ben, limit)).map((it) => it.version)).toEqual(expected)
  })

  test('upTo is the head when that was all, else the last message', async () => {
    const { device, send, store } = await setUp(open)
    const [ann, ben] = [await device(), await device()]
    await send(ann, [post(), post(), post('x', ann.deviceId)])
    expect(await store.pull(ben, { after: 0, limit: 1 })).toMatchObject({ upTo: 1, head: 3 })
    expect(await store.pull(ben, { after: 0, limit: 2 })).toMatchObject({ upTo: 2, head: 3 })
    expect(await store.pull(ben, { after: 0, limit: 3 })).toMatchObject({ upTo: 3, head: 3 })
  })

  test('a batch carries at most 4 MiB of content', async () => {
    const { device, send, store, pullAll } = await setUp(open)
    const ann = await device()
    const items = Array.from({ length: 65 }, () => post('ä'.repeat(32_768)))
    await send(ann, items)
    expect((await store.pull(ann, { after: 0, limit: 2_000 })).messages).toHaveLength(64)
    expect((await pullAll(ann, 2_000)).map((it) => it.messageId)).toEqual(items.map((it) => it.messageId))
  })

  test('without `after` it goes on from what the device has acknowledged', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device()
    await send(ann, [post(), post(), post()])
    await store.acknowledge(ann, { version: 2 })
    expect(await store.pull(ann, {})).toMatchObject({ from: 2, upTo: 3 })
  })

  test('a cursor that stands in another history is told so', async () => {
    const { device, send, store } = await setUp(open)
    const [ann, ben] = [await device('ann'), await device('ben')]
    await send(ann, [post(), post()])
    await send(ben, [post(), post()])
    const forked = { code: 'history_forked', head: 2, floor: 0 }
    const digestAt = async (version: number, who = ann) => {
      const batch = version === 0 ? null : await store.pull(who, { after: version - 1, limit: 1 })
      return batch?.digest ?? ''
    }
    expect(await refusalOf(store.pull(ann, { after: 3 }))).toEqual(forked)
    for (const version of [1, 2]) {
      await store.pull(ann, { after: version, digest: await digestAt(version) })
      const foreign = await digestAt(version, ben)
      expect(await refusalOf(store.pull(ann, { after: version, digest: foreign }))).toEqual(forked)
      expect(await refusalOf(store.pull(ann, { after: version, digest: 'x' }))).toEqual(forked)
    }
    const empty = await device('cleo')
    const { digest } = await store.summary(empty)
    await store.pull(empty, { after: 0, digest })
    await send(empty, [post()])
    await store.pull(empty, { after: 0, digest })
    expect(await refusalOf(store.pull(empty, { after: 0, digest: 'x' }))).toMatchObject({ code: 'history_forked' })
  })
}
