import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newDevice, newPairing, type OpenStore, post, setUp } from './kit.ts'

async function setUpOffer(open: OpenStore) {
  const kit = await setUp(open)
  const ann = await kit.device('ann')
  const codeHash = randomBytes(32)
  await kit.store.addPairing(ann, newPairing(codeHash), 0)
  return { ...kit, ann, codeHash, claim: (now = 50) => kit.store.claimPairing(codeHash, newDevice(randomUUID(), now)) }
}

export function pairingContract(open: OpenStore) {
  test('a code makes one device of the same user', async () => {
    const { store, claim, codeHash, ann } = await setUpOffer(open)
    expect(await store.findPairing(codeHash, 50)).toEqual({
      ...{ userId: 'ann', deviceId: ann.deviceId, offeredBy: 'a device' },
      ...{ confirm: false, access: 'full' },
    })
    expect(await claim()).toBe(true)
    expect(await store.findPairing(codeHash, 50)).toBeNull()
    expect(await claim()).toBe(false)
    expect(await store.listDevices('ann')).toHaveLength(2)
  })

  test('of claims that come at once one wins', async () => {
    const { store, claim } = await setUpOffer(open)
    expect((await Promise.all([claim(), claim(), claim()])).filter(Boolean)).toHaveLength(1)
    expect(await store.listDevices('ann')).toHaveLength(2)
  })

  test('a code that is unknown or has expired makes none', async () => {
    const { store, claim, codeHash } = await setUpOffer(open)
    expect(await store.findPairing(randomBytes(32), 50)).toBeNull()
    expect(await store.findPairing(codeHash, 100)).toBeNull()
    expect(await claim(100)).toBe(false)
    expect(await claim(99)).toBe(true)
  })

  test('a code dies with the device that offered it', async () => {
    const { store, claim, codeHash, ann, device } = await setUpOffer(open)
    const other = await device('ann')
    await store.revokeDevice('ann', ann.deviceId, 1)
    expect(await store.findPairing(codeHash, 50)).toBeNull()
    expect(await claim()).toBe(false)
    expect((await store.listDevices('ann')).map((it) => it.deviceId)).toEqual([other.deviceId])
  })

  test('offering clears away what has expired, and only that', async () => {
    const { store, claim, codeHash, ann } = await setUpOffer(open)
    const later = randomBytes(32)
    await store.addPairing(ann, newPairing(later, 200), 99)
    expect(await store.findPairing(codeHash, 99)).toMatchObject({ userId: 'ann' })
    await store.addPairing(ann, newPairing(randomBytes(32), 300), 100)
    // Claimed as of an earlier time, so that the code fails because it is gone and not because it is old.
    expect(await store.findPairing(codeHash, 0)).toBeNull()
    expect(await store.findPairing(later, 100)).toMatchObject({ userId: 'ann' })
    expect(await claim()).toBe(false)
  })

  test('the new device starts at the floor', async () => {
    const { store, claim, send, ann } = await setUpOffer(open)
    await send(ann, [post(), post(), post()], 1)
    await store.expire({ before: 2 })
    await claim()
    const made = (await store.listDevices('ann')).find((it) => it.deviceId !== ann.deviceId)
    expect(made).toMatchObject({ lastReceivedVersion: 3 })
  })
}
