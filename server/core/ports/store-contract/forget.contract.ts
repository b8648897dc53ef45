import { expect, test } from 'vitest'
import { newDevice, type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function forgetContract(open: OpenStore) {
  test('all messages of one user go, in more than one step, and its devices stay revoked', async () => {
    const kit = await setUp(open)
    const { store } = kit
    const [ann, other, ben] = [await kit.device('ann'), await kit.device('ann'), await kit.device('ben')]
    for (let n = 0; n < 3; n += 1)
      await kit.send(
        ann,
        Array.from({ length: 500 }, () => post()),
      )
    await kit.send(ann, [post('for one', other.deviceId)])
    await kit.send(ben, [post('kept')])
    for (const { deviceId } of [ann, other]) await store.revokeDevice('ann', deviceId, 2)
    expect(await store.forget('ann')).toEqual({ removed: 1501 })
    expect(await store.forget('ann')).toEqual({ removed: 0 })
    expect(await store.findToken('ann', ann.deviceId)).toMatchObject({ revoked: true })
    expect(await refusalOf(store.pull(other, { after: 0 }))).toEqual({ code: 'revoked' })
    expect(await store.listDevices('ann')).toEqual([])
    expect((await kit.pullAll(ben)).map((it) => it.content)).toEqual(['kept'])

    await store.createDevice('ann', newDevice('late'), new Uint8Array(16))
    const late = { userId: 'ann', deviceId: 'late' }
    expect(await store.pull(late, { after: 1501 })).toMatchObject({ upTo: 1501, messages: [], floor: 1501 })
  })

  test('an account that never had a device is forgotten, too', async () => {
    const { store } = await setUp(open)
    expect(await store.forget('nobody')).toEqual({ removed: 0 })
  })
}
