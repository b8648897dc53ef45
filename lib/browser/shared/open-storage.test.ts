import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { SELF } from '../../storage/contract/fixtures.ts'
import { openCache } from './open-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const refusing = (name: string) =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('as the browser says it', name)
  })

test('stores in IndexedDB where there is one', async () => {
  const { cache, storage } = await openCache(SELF)
  expect(storage).toBe('durable')
  cache.close()
})

test.each(['SecurityError', 'InvalidStateError'])('works from memory where the browser says %s', async (name) => {
  refusing(name)
  const { cache, storage } = await openCache(SELF)
  expect(storage).toBe('memory')
  expect(await cache.position()).toMatchObject({ cursor: 0 })
})

test('works from memory without IndexedDB', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await openCache(SELF)).toMatchObject({ storage: 'memory' })
})

test('does not pretend to be empty when the storage fails', async () => {
  refusing('UnknownError')
  await expect(openCache(SELF)).rejects.toMatchObject({ reason: 'failed' })
})
