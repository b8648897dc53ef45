import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { limits } from '../../../../lib/protocol/limits.ts'
import { HOUR_MS } from '../../devices/judge-making.ts'
import { newDevice, type OpenStore, refusalOf, setUp } from './kit.ts'

export function makingContract(open: OpenStore) {
  test('an account has 200 devices at most, and may make another when one is removed', async () => {
    const { store, device } = await setUp(open)
    const make = (userId = 'ann') => store.createDevice(userId, newDevice(randomUUID()), randomBytes(16))
    for (let made = 0; made < limits.devices - 1; made += 1) await make()
    const last = await device()
    expect(await refusalOf(make())).toEqual({ code: 'forbidden' })
    const pairing = { pairingId: randomUUID(), codeHash: randomBytes(32), expiresAt: 9, confirm: false } as const
    await store.addPairing(last, { ...pairing, access: 'full' }, 0)
    expect(await refusalOf(store.claimPairing(pairing.codeHash, newDevice(randomUUID())))).toEqual({
      code: 'forbidden',
    })
    await make('ben')
    await store.revokeDevice('ann', last.deviceId, 1)
    await make()
    expect(await store.listDevices('ann')).toHaveLength(limits.devices)
  })

  test('of makings that come at once so many succeed as there is room for', async () => {
    const { store } = await setUp(open)
    const perHour = 3
    const makings = Array.from({ length: 8 }, () =>
      store.createDevice('ann', { ...newDevice(randomUUID(), 50), perHour }, randomBytes(16)),
    )
    const made = (await Promise.allSettled(makings)).filter((it) => it.status === 'fulfilled')
    expect([made.length, (await store.listDevices('ann')).length]).toEqual([perHour, perHour])
  })

  test('an account makes so many within an hour, removed ones included, and is told when it may go on', async () => {
    const { store } = await setUp(open)
    const make = (now: number, userId = 'ann') =>
      store.createDevice(userId, { ...newDevice(randomUUID(), now), perHour: 2 }, randomBytes(16))
    await make(1_000)
    await make(2_000)
    const [first] = await store.listDevices('ann')
    await store.revokeDevice('ann', first?.deviceId ?? '', 2_500)
    expect(await refusalOf(make(3_000))).toEqual({ code: 'rate_limited', retryAfterMs: 1_000 + HOUR_MS - 3_000 })
    await make(3_000, 'ben')
    await make(1_000 + HOUR_MS)
    expect(await refusalOf(make(1_001 + HOUR_MS))).toMatchObject({ code: 'rate_limited' })
  })
}
