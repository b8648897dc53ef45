import { expect, test } from 'vitest'
import { type OpenStore, post, setUp } from './kit.ts'

export function usageContract(open: OpenStore) {
  test('usage counts the messages of one user, direct ones too, and the bytes of their texts', async () => {
    const kit = await setUp(open)
    const [ann, desk, ben] = [await kit.device('ann'), await kit.device('ann'), await kit.device('ben')]
    const first = post('Grüße')
    await kit.send(ann, [first, post('1234', desk.deviceId)])
    await kit.send(ben, [post('of ben')])
    expect(await kit.store.usage('ann')).toEqual({ messages: 2, bytes: 11 })
    await kit.send(ann, [{ ...post(''), kind: 'delete', targetId: first.messageId }])
    expect(await kit.store.usage('ann')).toEqual({ messages: 3, bytes: 4 })
    expect(await kit.store.usage('nobody')).toEqual({ messages: 0, bytes: 0 })
  })

  test('usage goes through a long history, from its floor on', async () => {
    const kit = await setUp(open)
    const ann = await kit.device('ann')
    const many = () => Array.from({ length: 500 }, () => post('ab'))
    for (let n = 0; n < 12; n += 1) await kit.send(ann, many(), n)
    expect(await kit.store.usage('ann')).toEqual({ messages: 6_000, bytes: 12_000 })
    await kit.store.expire({ before: 2 })
    expect(await kit.store.usage('ann')).toEqual({ messages: 5_000, bytes: 10_000 })
  })
}
