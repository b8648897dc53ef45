import { expect, test } from 'vitest'
import type { Credentials } from '../../../lib/protocol/device.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { startMother } from '../testing/start-mother.ts'

test('an offered code makes a device of the same user that can call at once', async () => {
  const { mother, device, clock } = await startMother()
  const { caller } = await device()
  const offer = await mother.offerPairing(caller)
  const url = `https://roost.example/pair#${offer.code}`
  const [code, pairingId] = [expect.stringMatching(/^\w{4}-\w{4}$/), expect.any(String)]
  expect(offer).toEqual({ pairingId, code, url, expiresAt: clock.now + limits.pairingMs })
  const typed = offer.code.toLowerCase().replace('-', ' ')
  clock.now += 1
  const made = (await mother.claimPairing({ code: typed, name: 'Phone', platform: 'Android' })) as Credentials
  expect(await mother.authenticate(made.token)).toEqual({ userId: 'ann', deviceId: made.deviceId })
  expect((await mother.listDevices('ann')).devices).toMatchObject([{}, { name: 'Phone', platform: 'Android' }])
})

test('a code that is unknown, malformed, used or too old is told the same', async () => {
  const { mother, device, clock } = await startMother()
  const { caller } = await device()
  const [used, old] = [await mother.offerPairing(caller), await mother.offerPairing(caller)]
  await mother.claimPairing({ code: used.code, name: 'Phone' })
  clock.now = old.expiresAt
  const messages = new Set<string>()
  for (const code of [used.code, old.code, '0000-0000', 'nonsense', '']) {
    const refusal = await mother.claimPairing({ code, name: 'Phone' }).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'not_found' })
    messages.add(refusal.message)
  }
  expect(messages.size).toBe(1)
  expect((await mother.listDevices('ann')).devices).toHaveLength(2)
})

test('a claim with a bad name is refused and uses nothing up', async () => {
  const { mother, device } = await startMother()
  const { caller } = await device()
  const { code } = await mother.offerPairing(caller)
  await expect(mother.claimPairing({ code, name: '' })).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(mother.claimPairing({ name: 'Phone' })).rejects.toMatchObject({ code: 'invalid_request' })
  await mother.claimPairing({ code, name: 'Phone' })
})
