import type { RoostOptions } from '../../core/roost-options.ts'
import type { OpenOptions } from '../../indexed-db/connect.ts'
import { isDenied } from '../../indexed-db/errors.ts'
import { openIndexedDbStore } from '../../indexed-db/open.ts'
import type { LocalStore } from '../../storage/local-store.ts'

export interface OpenedStorage {
  store: LocalStore
  storage: 'durable' | 'memory'
}

/** @throws StorageError when storage exists but cannot be used now. A fallback to memory would show an empty inbox. */
export async function openStore(
  deviceId: string,
  options: OpenOptions & Pick<RoostOptions, 'namespace'>,
): Promise<OpenedStorage> {
  try {
    return { store: await openIndexedDbStore(deviceId, options), storage: 'durable' }
  } catch (error) {
    if (!isDenied(error)) throw error
    // Few browsers need it, so the others do not load it.
    const { openMemoryStore } = await import('../../memory/memory.ts')
    return { store: openMemoryStore(deviceId), storage: 'memory' }
  }
}
