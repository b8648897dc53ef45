import { expect, test } from 'vitest'
import { post, published, startMother } from '../testing/start-mother.ts'

test.each([undefined, '', 'x', 'a.b.c', 'x'.repeat(10_000)])('%.10s is no token', async (token) => {
  const { mother } = await startMother()
  await expect(mother.authenticate(token)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a token opens one device of one user, and only as a whole', async () => {
  const { mother, device } = await startMother()
  const [ann, ben] = [await device('ann'), await device('ben')]
  expect(ann.caller).toEqual({ userId: 'ann', deviceId: ann.deviceId })
  const [user, id, secret] = ann.token.split('.') as [string, string, string]
  const [benUser, benId] = ben.token.split('.') as [string, string, string]
  const other = secret.startsWith('A') ? 'B' : 'A'
  for (const forged of [
    [user, id, other + secret.slice(1)],
    [benUser, benId, secret],
    [benUser, id, secret],
    [user, id.toUpperCase(), secret],
  ]) {
    await expect(mother.authenticate(forged.join('.'))).rejects.toMatchObject({ code: 'unauthenticated' })
  }
})

test('the list says how a name looks that imitates another in a script of which devices know nothing', async () => {
  const { mother, device, clock } = await startMother()
  for (const name of ['HOME', 'ꓧꓳꓟꓰ']) {
    await device('ann', name)
    clock.now += 1
  }
  const { devices } = await mother.listDevices('ann')
  expect(devices.map(({ name, look }) => [name, look])).toEqual([
    ['HOME', undefined],
    ['ꓧꓳꓟꓰ', 'HOME'],
  ])
})

test('a token that was silent for too long is refused, and the device is not called removed', async () => {
  const { mother, device, clock } = await startMother({ tokenIdleMs: 1_000 })
  const { token, caller } = await device()
  clock.now += 999
  expect(await mother.authenticate(token)).toEqual(caller)
  await mother.deviceOnline(caller, true)
  clock.now += 999
  expect(await mother.authenticate(token)).toEqual(caller)
  clock.now += 1
  await expect(mother.authenticate(token)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a revoked device is told so at once on the bus, and with every call', async () => {
  const { mother, device, listen } = await startMother()
  const [ann, gone] = [await device(), await device()]
  const { code } = await mother.offerPairing(gone.caller)
  await mother.deviceOnline(gone.caller, true)
  const events = await listen()
  await mother.revokeDevice('ann', gone.deviceId, { deviceId: ann.deviceId })
  expect(events).toContainEqual({ type: 'revoked', deviceId: gone.deviceId })

  const by = { deviceId: gone.deviceId }
  const calls = [
    mother.authenticate(gone.token),
    mother.send(gone.caller, { messages: [post()] }),
    mother.pull(gone.caller, {}),
    mother.acknowledge(gone.caller, { version: 0 }),
    mother.hello(gone.caller),
    mother.offerPairing(gone.caller),
    mother.deviceOnline(gone.caller, true),
    mother.listDevices('ann', by),
    mother.renameDevice('ann', ann.deviceId, { name: 'x' }, by),
    mother.revokeDevice('ann', ann.deviceId, by),
  ]
  for (const call of await Promise.allSettled(calls)) expect(call).toMatchObject({ reason: { code: 'revoked' } })
  await expect(mother.claimPairing({ code, name: 'late' })).rejects.toMatchObject({ code: 'not_found' })
  await mother.deviceOnline(gone.caller, false)
  expect((await mother.listDevices('ann')).devices.map((it) => it.deviceId)).toEqual([ann.deviceId])
})

test('presence: online while connected, and news only when it changes', async () => {
  const { mother, device, listen, clock } = await startMother()
  const { caller, deviceId } = await device()
  const info = async () => (await mother.listDevices('ann')).devices[0]
  expect(await info()).toMatchObject({ deviceId, online: false })
  const events = await listen()
  clock.now += 5_000
  await mother.deviceOnline(caller, true)
  await mother.deviceOnline(caller, true)
  expect(await info()).toMatchObject({ online: true, lastSeen: clock.now })
  clock.now += 5_000
  await mother.deviceOnline(caller, false)
  expect(await info()).toMatchObject({ online: false, lastSeen: clock.now })
  await mother.send(caller, { messages: [post()] })
  await published()
  expect(events.map((it) => it.type)).toEqual(['devices', 'devices', 'appended'])
})

test('lastSeen is written at most once a minute while a device is in contact', async () => {
  const { mother, device, clock } = await startMother()
  const { caller } = await device()
  const lastSeen = async () => (await mother.listDevices('ann')).devices[0]?.lastSeen
  await mother.deviceOnline(caller, true)
  const first = clock.now
  clock.now += 59_999
  await mother.pull(caller, {})
  // The store answers this rename after the writes that came before it.
  await mother.renameDevice('ann', caller.deviceId, { name: 'Nest' })
  expect(await lastSeen()).toBe(first)
  clock.now += 1
  await mother.pull(caller, {})
  await mother.renameDevice('ann', caller.deviceId, { name: 'Nest' })
  expect(await lastSeen()).toBe(clock.now)
})

test.each([{}, { name: '' }, { name: 'x'.repeat(101) }, { name: 7 }, { name: 'a', platform: 'x'.repeat(101) }, null])(
  'a device made from %o is refused',
  async (payload) => {
    const { mother } = await startMother()
    await expect(mother.createDevice('ann', payload)).rejects.toMatchObject({ code: 'invalid_request' })
  },
)

test('another user’s device is not there', async () => {
  const { mother, device } = await startMother()
  const [ann, ben] = [await device('ann'), await device('ben')]
  const notFound = { code: 'not_found' }
  await expect(mother.renameDevice('ann', ben.deviceId, { name: 'x' })).rejects.toMatchObject(notFound)
  await expect(mother.revokeDevice('ann', ben.deviceId)).rejects.toMatchObject(notFound)
  const { results } = await mother.send(ann.caller, { messages: [post('x', ben.deviceId)] })
  expect(results).toMatchObject([{ error: { code: 'unknown_receiver' } }])
})
