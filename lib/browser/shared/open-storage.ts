import type { OpenOptions } from '../../indexed-db/connect.ts'
import { isDenied } from '../../indexed-db/errors.ts'
import { openIndexedDbStore } from '../../indexed-db/open.ts'
import { openMemoryStore } from '../../memory/memory.ts'
import type { LocalStore } from '../../storage/device-store.ts'

export interface OpenedStore {
  store: LocalStore
  /** `memory`: the browser lets this page store nothing; everything lives until the tab closes. */
  storage: 'durable' | 'memory'
}

/** @throws StorageError where there is storage, but it cannot be used now: falling back would show an empty inbox. */
export async function openStore(deviceId: string, options: OpenOptions = {}): Promise<OpenedStore> {
  try {
    return { store: await openIndexedDbStore(deviceId, options), storage: 'durable' }
  } catch (error) {
    if (!isDenied(error)) throw error
    return { store: openMemoryStore(deviceId), storage: 'memory' }
  }
}
