import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { defaultOptions } from '../../core/roost-options.ts'
import { SELF } from '../../storage/contract/fixtures.ts'
import { openStore } from './open-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const refusing = (name: string) =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('as the browser says it', name)
  })

test('stores in IndexedDB where there is one', async () => {
  const { store, storage } = await openStore(SELF, defaultOptions)
  expect(storage).toBe('durable')
  store.close()
})

test.each(['SecurityError', 'InvalidStateError'])('works from memory where the browser says %s', async (name) => {
  refusing(name)
  const { store, storage } = await openStore(SELF, defaultOptions)
  expect(storage).toBe('memory')
  expect(await store.position()).toMatchObject({ cursor: 0 })
})

test('works from memory without IndexedDB', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await openStore(SELF, defaultOptions)).toMatchObject({ storage: 'memory' })
})

test('does not pretend to be empty when the storage fails', async () => {
  refusing('UnknownError')
  await expect(openStore(SELF, defaultOptions)).rejects.toMatchObject({ reason: 'closed' })
})
