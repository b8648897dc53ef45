import { expect, test } from 'vitest'
import { CacheError } from '../../core/ports.ts'
import { applyAll, batch, deviceInfo, everything, OTHER, request, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function wholeContract(fresh: Fresh): void {
  test('remembers the devices as last known', async () => {
    const harness = fresh()
    const cache = await harness.open()
    expect(await cache.devices()).toEqual([])
    await cache.saveDevices([deviceInfo(SELF, 'Phone'), deviceInfo(OTHER, 'Laptop')])
    await cache.saveDevices([deviceInfo(OTHER, 'Desk'), deviceInfo(SELF, 'Phone')])
    cache.close()
    expect((await (await harness.open()).devices()).map((it) => it.name)).toEqual(['Desk', 'Phone'])
  })

  test('wipes everything, and nothing that was under way comes back', async () => {
    const harness = fresh()
    const cache = await harness.open()
    await applyAll(cache, batch(0, 5))
    const { generation } = await cache.beginRebuild(0)
    await cache.applyRebuild([batch(0, 2)], generation)
    await cache.finishRebuild(generation)
    await cache.beginRebuild(0)
    await cache.compose(request(1), 1)
    await cache.saveDevices([deviceInfo(SELF, 'Phone')])
    await cache.wipe()
    const empty = async () => [
      await cache.latest(9),
      await everything(cache),
      await cache.outbox(),
      await cache.devices(),
    ]
    expect(await empty()).toEqual([[], [], [], []])
    expect(await cache.position()).toMatchObject({ cursor: 0, digest: null })
    expect([await cache.rebuilding(), await cache.count(), await cache.goneUpTo()]).toEqual([null, 0, 0])
    for (const old of [1, generation, generation + 1]) {
      expect(await cache.apply([batch(0, 5)], old)).toMatchObject({ outcome: 'gap' })
    }
    expect(await empty()).toEqual([[], [], [], []])
    expect(await applyAll(cache, batch(0, 2))).toMatchObject({ outcome: 'applied' })
  })

  test('a closed handle refuses, and another goes on', async () => {
    const harness = fresh()
    const [one, two] = [await harness.open(), await harness.open()]
    one.close()
    await expect(one.position()).rejects.toBeInstanceOf(CacheError)
    await expect(one.compose(request(1), 1)).rejects.toMatchObject({ reason: 'closed' })
    await two.compose(request(1), 1)
    expect(await two.outbox()).toHaveLength(1)
  })
}
