import { expect, test } from 'vitest'
import { deviceInfo, OTHER, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const THIRD = '00000000-0000-4000-8000-00000000000c'
const self = { ...deviceInfo(SELF, 'Phone'), createdAt: 5 }
const older = { ...deviceInfo(OTHER, 'Desk'), createdAt: 1 }
const newer = { ...deviceInfo(THIRD, 'Tablet'), createdAt: 9, offeredBy: OTHER }
const tablet = { deviceId: THIRD, name: 'Tablet', invitedBy: 'Desk' }

export function joinedContract(fresh: Fresh): void {
  test('remembers who joined until it was seen, also over a restart, a rename and a removal', async () => {
    const harness = fresh()
    const store = await harness.open()
    await store.saveDevices([older, self])
    expect(await store.joined()).toEqual([])
    await store.saveDevices([older, self, newer])
    expect(await store.joined()).toEqual([tablet])
    await store.saveDevices([older, self, { ...newer, name: 'My tablet' }])
    await store.saveDevices([self])
    store.close()
    const again = await harness.open()
    expect(await again.joined()).toEqual([tablet])
    await again.seeJoined([OTHER])
    expect(await again.joined()).toEqual([tablet])
    await again.seeJoined([THIRD])
    await again.saveDevices([older, self])
    expect((await again.joined()).map((it) => it.name)).toEqual(['Desk'])
  })

  test('in its first list only those that came after itself have joined', async () => {
    const store = await fresh().open()
    await store.saveDevices([older, self, { ...newer, offeredBy: undefined }])
    expect(await store.joined()).toEqual([{ deviceId: THIRD, name: 'Tablet' }])
  })

  test('a clock that went back hides no newcomer', async () => {
    const store = await fresh().open()
    await store.saveDevices([older, self])
    await store.saveDevices([older, self, { ...newer, createdAt: 0 }])
    expect(await store.joined()).toEqual([tablet])
  })

  test('a removed device keeps nothing of it', async () => {
    const store = await fresh().open()
    await store.saveDevices([self, newer])
    await store.wipe()
    expect(await store.joined()).toEqual([])
  })
}
