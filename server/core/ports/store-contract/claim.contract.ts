import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newDevice, newPairing, type OpenStore, refusalOf, setUp } from './kit.ts'

async function setUpClaim(open: OpenStore) {
  const kit = await setUp(open)
  const [ann, other, ben] = [await kit.device('ann'), await kit.device('ann'), await kit.device('ben')]
  const codeHash = randomBytes(32)
  const pairing = newPairing(codeHash, 100, true)
  await kit.store.addPairing(ann, pairing, 0)
  const label = { check: '07', name: 'Phone', platform: 'Android' }
  const access = 'full' as const
  const claim = { ...label, access, claimId: randomUUID(), secretHash: randomBytes(32), now: 50, expiresAt: 150 }
  return {
    ...kit,
    ...{ ann, other, ben, codeHash, claim, label, pairingId: pairing.pairingId },
    add: () => kit.store.addClaim(codeHash, claim),
    decide: (accept: boolean, by = ann, now = 60) => kit.store.decideClaim(by, claim.claimId, accept, now),
    collect: (now = 70) => kit.store.collectClaim(claim.claimId, newDevice(randomUUID(), now)),
  }
}

export function claimContract(open: OpenStore) {
  test('a claim waits for the device that invited, and makes one device once it is accepted', async () => {
    const { store, add, decide, collect, claim, label, ann, other, pairingId } = await setUpClaim(open)
    expect(await add()).toBe(true)
    expect(await store.waitingClaims(ann, 60)).toEqual([{ ...label, pairingId, claimId: claim.claimId }])
    expect(await store.waitingClaims(other, 60)).toEqual([])
    expect(await store.findClaim(claim.claimId, 60)).toMatchObject({ userId: 'ann', name: 'Phone', state: 'waiting' })
    expect(await collect()).toBe(false)
    await decide(true)
    expect(await store.waitingClaims(ann, 60)).toEqual([])
    expect((await Promise.all([collect(), collect(), collect()])).filter(Boolean)).toHaveLength(1)
    expect(await store.findClaim(claim.claimId, 70)).toBeNull()
    expect(await store.listDevices('ann')).toHaveLength(3)
  })

  test('the code is used up by the claim, and makes no device without confirmation', async () => {
    const { store, add, codeHash } = await setUpClaim(open)
    expect(await store.claimPairing(codeHash, newDevice(randomUUID(), 50))).toBe(false)
    expect((await Promise.all([add(), add(), add()])).filter(Boolean)).toHaveLength(1)
    expect(await store.findPairing(codeHash, 50)).toBeNull()
    expect(await store.listDevices('ann')).toHaveLength(2)
  })

  test('a code that asks for no confirmation takes no claim', async () => {
    const { store, ann, claim } = await setUpClaim(open)
    const codeHash = randomBytes(32)
    await store.addPairing(ann, newPairing(codeHash), 0)
    expect(await store.addClaim(codeHash, claim)).toBe(false)
    expect(await store.findPairing(codeHash, 50)).not.toBeNull()
  })

  test('a refused claim makes no device, and stays known as refused', async () => {
    const { store, add, decide, collect, claim } = await setUpClaim(open)
    await add()
    await decide(false)
    expect(await collect()).toBe(false)
    expect(await store.findClaim(claim.claimId, 149)).toMatchObject({ state: 'refused' })
  })

  test('only the device that invited decides, and once', async () => {
    const { add, decide, ann, other, ben } = await setUpClaim(open)
    expect(await refusalOf(decide(true))).toEqual({ code: 'not_found' })
    await add()
    expect(await refusalOf(decide(true, ben))).toEqual({ code: 'not_found' })
    expect(await refusalOf(decide(true, other))).toEqual({ code: 'forbidden' })
    await decide(false)
    expect(await refusalOf(decide(true))).toEqual({ code: 'conflict' })
    expect(await refusalOf(decide(true, ann, 150))).toEqual({ code: 'not_found' })
  })

  test('a second decision is a conflict also after the device was made', async () => {
    const { add, decide, collect } = await setUpClaim(open)
    await add()
    await decide(true)
    await collect()
    expect(await refusalOf(decide(false))).toEqual({ code: 'conflict' })
  })

  test('a claim has its own time: it begins when the code is claimed', async () => {
    const { store, add, decide, collect, claim } = await setUpClaim(open)
    await add()
    await decide(true, undefined, 149)
    expect(await store.findClaim(claim.claimId, 150)).toBeNull()
    expect(await collect(150)).toBe(false)
    expect(await collect(149)).toBe(true)
  })

  test.each(['open', 'waiting', 'accepted'])(
    'cancelling an invitation that is %s ends it, for any device',
    async (at) => {
      const { store, add, decide, collect, claim, codeHash, pairingId, other, ben, ann } = await setUpClaim(open)
      if (at !== 'open') await add()
      if (at === 'accepted') await decide(true)
      expect(await refusalOf(store.cancelPairing(ben, pairingId))).toEqual({ code: 'not_found' })
      await store.cancelPairing(other, pairingId)
      await store.cancelPairing(other, pairingId)
      expect(await store.findPairing(codeHash, 50)).toBeNull()
      expect(await add()).toBe(false)
      expect(await store.findClaim(claim.claimId, 60)).toBeNull()
      expect(await store.waitingClaims(ann, 60)).toEqual([])
      expect(await refusalOf(decide(true))).toEqual({ code: 'not_found' })
      expect(await collect()).toBe(false)
    },
  )

  test('a refused claim stays refused when its invitation is cancelled', async () => {
    const { store, add, decide, claim, pairingId, ann } = await setUpClaim(open)
    await add()
    await decide(false)
    await store.cancelPairing(ann, pairingId)
    expect(await store.findClaim(claim.claimId, 60)).toMatchObject({ state: 'refused' })
  })

  test('an accepted claim dies with the device that invited', async () => {
    const { store, add, decide, collect, claim, ann } = await setUpClaim(open)
    await add()
    await decide(true)
    await store.revokeDevice('ann', ann.deviceId, 65)
    expect(await store.findClaim(claim.claimId, 70)).toBeNull()
    expect(await collect()).toBe(false)
  })
}
