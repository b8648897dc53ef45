import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newDevice, type OpenStore, refusalOf, setUp } from './kit.ts'

export function epochContract(open: OpenStore) {
  test('a new epoch ends the sign-ins of its user that began before it, and no others', async () => {
    const kit = await setUp(open)
    const began = await kit.store.newestEpoch()
    expect(await kit.store.isCurrent('ann', began)).toBe(true)
    await kit.store.raiseEpoch('ann')
    await kit.reopen()
    const { store } = kit
    expect([await store.isCurrent('ann', began), await store.isCurrent('ben', began)]).toEqual([false, true])
    const later = await store.newestEpoch()
    expect([await store.isCurrent('ann', later), await store.isCurrent('ben', later)]).toEqual([true, true])
  })

  test('epochs that are raised at once, by one user and by many, are all new', async () => {
    const { store } = await setUp(open)
    const users = ['ann', 'ben', 'cleo', 'ann']
    for (let round = 0; round < 5; round += 1) {
      const began = await store.newestEpoch()
      await Promise.all(users.map((it) => store.raiseEpoch(it)))
      for (const it of users) expect(await store.isCurrent(it, began)).toBe(false)
    }
  })

  test('removing a device raises the epoch of its user; a removal that is refused does not', async () => {
    const { store, device } = await setUp(open)
    const ann = await device('ann')
    const began = await store.newestEpoch()
    expect(await refusalOf(store.revokeDevice('ann', randomUUID(), 1))).toEqual({ code: 'not_found' })
    expect(await store.isCurrent('ann', began)).toBe(true)
    await store.revokeDevice('ann', ann.deviceId, 1)
    expect(await store.isCurrent('ann', began)).toBe(false)
  })

  test('a device that removes itself raises no epoch: whoever has its token ends nobody’s sign-in', async () => {
    const { store, device } = await setUp(open)
    const [own, other] = [await device('ann'), await device('ann')]
    const began = await store.newestEpoch()
    await store.revokeDevice('ann', own.deviceId, 1, { deviceId: own.deviceId })
    expect(await store.isCurrent('ann', began)).toBe(true)
    await store.revokeDevice('ann', other.deviceId, 2)
    expect(await store.isCurrent('ann', began)).toBe(false)
  })

  test('a closed account makes no device, neither by a sign-in nor by a code', async () => {
    const { store, device } = await setUp(open)
    const ann = await device('ann')
    const codeHash = randomBytes(32)
    const pairing = { pairingId: randomUUID(), codeHash, expiresAt: 100, confirm: false, access: 'full' as const }
    await store.addPairing(ann, pairing, 0)
    await store.closeAccount('ann')
    const late = () => newDevice(randomUUID())
    expect(await refusalOf(store.createDevice('ann', late(), randomBytes(16)))).toEqual({ code: 'unauthenticated' })
    expect(await refusalOf(store.claimPairing(codeHash, late()))).toEqual({ code: 'unauthenticated' })
    expect(await store.isCurrent('ann', await store.newestEpoch())).toBe(false)
    await store.raiseEpoch('ann')
    expect(await store.isCurrent('ann', await store.newestEpoch())).toBe(false)
    expect(await store.listDevices('ann')).toHaveLength(1)
  })
}
