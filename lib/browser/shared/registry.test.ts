import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defaultOptions } from '../../core/roost-options.ts'
import { openIndexedDbRegistry } from '../../indexed-db/registry.ts'
import { createMemoryRegistry } from '../../memory/registry.ts'
import { entry, registryContract } from '../../storage/contract/registry.contract.ts'
import { openRegistry, withRegistry } from './registry.ts'

registryContract('memory', async () => createMemoryRegistry())
registryContract('IndexedDB', () => {
  globalThis.indexedDB = new IDBFactory()
  return openIndexedDbRegistry()
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
    await expect(openRegistry(defaultOptions)).rejects.toMatchObject({ reason: 'closed' })
  })

  test('is repeated when the browser closes it in the middle of the work', async () => {
    globalThis.indexedDB = new IDBFactory()
    await withRegistry(defaultOptions, (it) => it.add(entry('a', 1)))
    let tries = 0
    const found = await withRegistry(defaultOptions, (it) => {
      if (++tries === 1) it.close()
      return it.list()
    })
    expect([found, tries]).toEqual([[entry('a', 1)], 2])
  })
})
