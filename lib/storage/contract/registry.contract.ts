import { describe, expect, test } from 'vitest'
import type { Registry } from '../device-registry.ts'

export const entry = (deviceId: string, lastUsed: number) => ({
  deviceId,
  userId: 'u',
  name: `Tab ${deviceId}`,
  token: 't',
  lastUsed,
})

/** The promises of every registry. */
export function registryContract(name: string, open: () => Promise<Registry>): void {
  describe(`the registry of devices in ${name}`, () => {
    test('are listed, last used first', async () => {
      const registry = await open()
      for (const [id, used] of [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ] as const)
        await registry.add(entry(id, used))
      await registry.touch('a', 4)
      expect((await registry.list()).map((it) => it.deviceId)).toEqual(['a', 'b', 'c'])
      expect(await registry.get('a')).toEqual(entry('a', 4))
      registry.close()
    })

    test('keep whether they are told while the app is closed', async () => {
      const registry = await open()
      const words = { waiting: 'w', nothing: 'n', done: 'd', reply: 'r' }
      const push = { endpoint: 'https://push.example/1', quiet: null, badge: true, words, toldUpTo: 3 }
      await registry.add(entry('a', 1))
      await registry.changePush('a', () => push)
      await registry.touch('a', 2)
      await registry.changePush('a', (present) => present && { ...present, toldUpTo: 4 })
      expect(await registry.get('a')).toEqual({ ...entry('a', 2), push: { ...push, toldUpTo: 4 } })
      await registry.changePush('a', () => null)
      await registry.changePush('a', (present) => present && { ...present, toldUpTo: 5 })
      await registry.changePush('b', () => push)
      expect(await registry.list()).toEqual([entry('a', 2)])
      registry.close()
    })

    test('can be renamed, replaced and removed', async () => {
      const registry = await open()
      await registry.add(entry('a', 1))
      await registry.rename('a', 'Phone')
      await registry.setAccount('a', 'robin@example.test')
      expect(await registry.get('a')).toEqual({ ...entry('a', 1), name: 'Phone', account: 'robin@example.test' })
      await registry.add(entry('a', 2))
      expect(await registry.list()).toEqual([entry('a', 2)])
      await registry.remove('a')
      for (const change of [registry.rename('a', 'x'), registry.touch('a', 9), registry.remove('a')]) await change
      expect([await registry.get('a'), await registry.list()]).toEqual([null, []])
      registry.close()
    })
  })
}
