import type { OpenOptions } from '../../indexed-db/connect.ts'
import { isDenied } from '../../indexed-db/errors.ts'
import { openIndexedDbCache } from '../../indexed-db/open.ts'
import { openMemoryCache } from '../../memory/memory.ts'
import type { DeviceCache } from '../../storage/device-store.ts'

export interface OpenedCache {
  cache: DeviceCache
  /** `memory`: the browser lets this page store nothing; everything lives until the tab closes. */
  storage: 'durable' | 'memory'
}

/** @throws CacheError where there is storage, but it cannot be used now: falling back would show an empty inbox. */
export async function openCache(deviceId: string, options: OpenOptions = {}): Promise<OpenedCache> {
  try {
    return { cache: await openIndexedDbCache(deviceId, options), storage: 'durable' }
  } catch (error) {
    if (!isDenied(error)) throw error
    return { cache: openMemoryCache(deviceId), storage: 'memory' }
  }
}
