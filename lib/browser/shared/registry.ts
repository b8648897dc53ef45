import type { RoostOptions } from '../../core/roost-options.ts'
import { isDenied } from '../../indexed-db/errors.ts'
import { openIndexedDbRegistry } from '../../indexed-db/registry.ts'
import { createMemoryRegistry } from '../../memory/registry.ts'
import type { Registry } from '../../storage/device-registry.ts'

/** Lives until the tab closes: for a browser that lets the page store nothing. */
let fallback: Registry | undefined

/** @throws StorageError where there is storage, but it cannot be used now. */
export async function openRegistry(options: RoostOptions): Promise<Registry> {
  try {
    return await openIndexedDbRegistry(options)
  } catch (error) {
    if (!isDenied(error)) throw error
    fallback ??= createMemoryRegistry()
    return fallback
  }
}

/** Opened for one piece of work only: held longer, it would be in the way of a person who clears the browser's data. */
export async function withRegistry<T>(options: RoostOptions, run: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openRegistry(options)
  try {
    return await run(registry)
  } finally {
    registry.close()
  }
}
