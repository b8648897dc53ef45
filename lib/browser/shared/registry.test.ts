import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defaultOptions } from '../../core/roost-options.ts'
import { openIndexedDbRegistry } from '../../indexed-db/registry.ts'
import { createMemoryRegistry } from '../../memory/registry.ts'
import type { Registry } from '../../storage/device-registry.ts'
import { openRegistry } from './registry.ts'

const entry = (deviceId: string, lastUsed: number) => ({
  deviceId,
  userId: 'u',
  name: `Tab ${deviceId}`,
  token: 't',
  lastUsed,
})

const kinds: [string, () => Promise<Registry>][] = [
  ['memory', async () => createMemoryRegistry()],
  [
    'IndexedDB',
    () => {
      globalThis.indexedDB = new IDBFactory()
      return openIndexedDbRegistry()
    },
  ],
]

describe.each(kinds)('the devices of this browser in %s', (_name, open) => {
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

  test('can be renamed, replaced and removed', async () => {
    const registry = await open()
    await registry.add(entry('a', 1))
    await registry.rename('a', 'Phone')
    expect(await registry.get('a')).toEqual({ ...entry('a', 1), name: 'Phone' })
    await registry.add(entry('a', 2))
    expect(await registry.list()).toEqual([entry('a', 2)])
    await registry.remove('a')
    for (const change of [registry.rename('a', 'x'), registry.touch('a', 9), registry.remove('a')]) await change
    expect([await registry.get('a'), await registry.list()]).toEqual([null, []])
    registry.close()
  })
})

describe('opening', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  test('finds the same devices again', async () => {
    globalThis.indexedDB = new IDBFactory()
    const one = await openRegistry(defaultOptions)
    await one.add(entry('a', 1))
    one.close()
    await expect(one.list()).rejects.toMatchObject({ reason: 'closed' })
    expect(await (await openRegistry(defaultOptions)).list()).toEqual([entry('a', 1)])
  })

  test('falls back to memory where storage is denied', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await (await openRegistry(defaultOptions)).add(entry('b', 1))
    expect(await (await openRegistry(defaultOptions)).list()).toEqual([entry('b', 1)])
  })

  test('does not fall back where there is storage that fails', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('disk error', 'UnknownError')
    })
    await expect(openRegistry(defaultOptions)).rejects.toMatchObject({ reason: 'failed' })
  })
})
