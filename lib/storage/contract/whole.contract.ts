import { expect, test } from 'vitest'
import { StorageError } from '../../core/ports.ts'
import { applyAll, batch, deviceInfo, everything, OTHER, request, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function wholeContract(fresh: Fresh): void {
  test('remembers the devices as last known', async () => {
    const harness = fresh()
    const store = await harness.open()
    expect(await store.devices()).toEqual([])
    await store.saveDevices([deviceInfo(SELF, 'Phone'), deviceInfo(OTHER, 'Laptop')])
    await store.saveDevices([deviceInfo(OTHER, 'Desk'), deviceInfo(SELF, 'Phone')])
    store.close()
    expect((await (await harness.open()).devices()).map((it) => it.name)).toEqual(['Desk', 'Phone'])
  })

  test('wipes everything, and nothing that was under way comes back', async () => {
    const harness = fresh()
    const store = await harness.open()
    await applyAll(store, batch(0, 5))
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild([batch(0, 2)], generation)
    await store.finishRebuild(generation)
    await store.beginRebuild(0)
    await store.compose(request(1), 1)
    await store.saveDevices([deviceInfo(SELF, 'Phone')])
    await store.wipe()
    const empty = async () => [
      await store.latest(9),
      await everything(store),
      await store.outbox(),
      await store.devices(),
    ]
    expect(await empty()).toEqual([[], [], [], []])
    expect(await store.position()).toMatchObject({ cursor: 0, digest: null })
    expect([await store.rebuilding(), await store.count(), await store.goneUpTo()]).toEqual([null, 0, 0])
    for (const old of [1, generation, generation + 1]) {
      expect(await store.apply([batch(0, 5)], old)).toMatchObject({ outcome: 'gap' })
    }
    expect(await empty()).toEqual([[], [], [], []])
    expect(await applyAll(store, batch(0, 2))).toMatchObject({ outcome: 'applied' })
  })

  test('a closed handle refuses, and another goes on', async () => {
    const harness = fresh()
    const [one, two] = [await harness.open(), await harness.open()]
    one.close()
    await expect(one.position()).rejects.toBeInstanceOf(StorageError)
    await expect(one.compose(request(1), 1)).rejects.toMatchObject({ reason: 'closed' })
    await two.compose(request(1), 1)
    expect(await two.outbox()).toHaveLength(1)
  })
}
