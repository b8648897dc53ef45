import { expect, test } from 'vitest'
import { deviceInfo, OTHER, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const none = { devices: [], former: [], listedAt: null, colours: {} }
const former = [{ deviceId: OTHER, name: 'Desk', platform: '', revokedAt: 9 }]

export function devicesContract(fresh: Fresh): void {
  test('keeps the list with the time at which it was last true, over a reopening', async () => {
    const harness = fresh()
    const store = await harness.open()
    expect(await store.deviceList()).toEqual(none)
    const devices = [deviceInfo(SELF, 'Phone'), deviceInfo(OTHER, 'Desk')]
    await store.saveDevices(devices, 1_000)
    await store.saveListedAt(5_000)
    await store.saveFormer(former)
    store.close()
    expect(await (await harness.open()).deviceList()).toMatchObject({ devices, former, listedAt: 5_000 })
  })

  test('each device keeps its colour while others come and go', async () => {
    const store = await fresh().open()
    const [self, other, third] = [deviceInfo(SELF, 'Phone'), deviceInfo(OTHER, 'Desk'), deviceInfo('c', 'Third')]
    await store.saveDevices([self, other])
    const { colours } = await store.deviceList()
    expect(new Set(Object.values(colours)).size).toBe(2)
    await store.saveDevices([third, other])
    expect((await store.deviceList()).colours).toEqual({ [OTHER]: colours[OTHER], c: colours[SELF] })
  })

  test('a wiped device knows of no other', async () => {
    const store = await fresh().open()
    await store.saveDevices([deviceInfo(OTHER, 'Desk')], 1_000)
    await store.saveFormer(former)
    await store.wipe()
    expect(await store.deviceList()).toEqual(none)
  })
}
