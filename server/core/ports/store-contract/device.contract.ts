import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newDevice, newPairing, type OpenStore, post, refusalOf, setUp } from './kit.ts'

export function deviceContract(open: OpenStore) {
  test('a device is listed with what is known of it, oldest first, and keeps its token', async () => {
    const kit = await setUp(open)
    const [second, first] = [await kit.device('ann', randomUUID(), 2), await kit.device('ann', randomUUID(), 1)]
    await kit.reopen()
    expect(await kit.store.listDevices('ann')).toMatchObject([
      { deviceId: first.deviceId, name: 'a device', platform: '', createdAt: 1, lastSeen: 1, lastReceivedVersion: 0 },
      { deviceId: second.deviceId },
    ])
    const { tokenHash } = newDevice(first.deviceId)
    expect(await kit.store.findToken('ann', first.deviceId)).toMatchObject({ revoked: false })
    expect(
      Buffer.compare((await kit.store.findToken('ann', first.deviceId))?.tokenHash ?? Buffer.alloc(0), tokenHash),
    ).toBe(0)
    expect(await kit.store.findToken('ben', first.deviceId)).toBeNull()
    expect(await kit.store.listDevices('nobody')).toEqual([])
  })

  test('the log begins with the first device: a later one changes no digest', async () => {
    const { device, store } = await setUp(open)
    const { digest } = await store.summary(await device())
    expect((await store.summary(await device())).digest).toBe(digest)
    expect((await store.summary(await device('ben'))).digest).not.toBe(digest)
  })

  test('a device is renamed by its own user only', async () => {
    const { device, store } = await setUp(open)
    const ann = await device('ann')
    expect(await store.renameDevice('ann', ann.deviceId, 'Nest')).toMatchObject({
      deviceId: ann.deviceId,
      name: 'Nest',
    })
    expect(await refusalOf(store.renameDevice('ben', ann.deviceId, 'Mine'))).toEqual({ code: 'not_found' })
    expect(await refusalOf(store.revokeDevice('ben', ann.deviceId, 1))).toEqual({ code: 'not_found' })
    expect(await store.listDevices('ann')).toMatchObject([{ name: 'Nest' }])
  })

  test('a revoked device can do nothing, is told why, and is gone for the others', async () => {
    const { device, send, store } = await setUp(open)
    const [ann, gone] = [await device(), await device()]
    await send(ann, [post()])
    await store.revokeDevice('ann', gone.deviceId, 5, { deviceId: gone.deviceId })
    const by = { deviceId: gone.deviceId }
    const calls = [
      send(gone, [post()]),
      store.pull(gone, {}),
      store.acknowledge(gone, { version: 1 }),
      store.markRead(gone, 1),
      store.summary(gone),
      store.addPairing(gone, newPairing(randomBytes(32), 9), 1),
      store.cancelPairing(gone, randomUUID()),
      store.waitingClaims(gone, 1),
      store.decideClaim(gone, randomUUID(), true, 1),
      store.listDevices('ann', by),
      store.renameDevice('ann', ann.deviceId, 'x', by),
      store.revokeDevice('ann', ann.deviceId, 6, by),
    ]
    for (const call of await Promise.allSettled(calls)) expect(call).toMatchObject({ reason: { code: 'revoked' } })
    expect(await store.findToken('ann', gone.deviceId)).toMatchObject({ revoked: true })
    expect((await store.listDevices('ann')).map((it) => it.deviceId)).toEqual([ann.deviceId])
    expect(await send(ann, [post('x', gone.deviceId)])).toMatchObject([{ error: { code: 'unknown_receiver' } }])
    expect(await refusalOf(store.revokeDevice('ann', gone.deviceId, 7))).toEqual({ code: 'not_found' })
    expect(await refusalOf(store.renameDevice('ann', gone.deviceId, 'x'))).toEqual({ code: 'not_found' })
  })

  test('lastSeen moves only forward, and not for a revoked device', async () => {
    const { device, store } = await setUp(open)
    const ann = await device('ann', randomUUID(), 10)
    for (const now of [30, 20]) await store.touchDevice(ann, now)
    await store.touchDevice({ userId: 'ben', deviceId: ann.deviceId }, 90)
    expect(await store.listDevices('ann')).toMatchObject([{ lastSeen: 30, createdAt: 10 }])
  })
}
