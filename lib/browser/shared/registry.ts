import { StorageError } from '../../core/ports.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { isDenied } from '../../indexed-db/errors.ts'
import { openIndexedDbRegistry } from '../../indexed-db/registry.ts'
import { createMemoryRegistry } from '../../memory/registry.ts'
import type { Registry, RegistryEntry } from '../../storage/device-registry.ts'

/** Lasts until the tab closes, for a browser that lets the page store nothing. */
let fallback: Registry | undefined

/** @throws StorageError when storage exists but cannot be used now. */
export async function openRegistry(options: RoostOptions): Promise<Registry> {
  try {
    return await openIndexedDbRegistry(options)
  } catch (error) {
    if (!isDenied(error)) throw error
    fallback ??= createMemoryRegistry()
    return fallback
  }
}

/**
 * Opens the registry for one piece of work only. Held open longer, it would block a person who clears the browser's
 * data. If the browser closes it in the middle, the work is repeated, so it must be harmless to do twice.
 */
export async function withRegistry<T>(options: RoostOptions, run: (registry: Registry) => Promise<T>): Promise<T> {
  try {
    return await once(options, run)
  } catch (error) {
    if (!(error instanceof StorageError && error.reason === 'closed')) throw error
    return await once(options, run)
  }
}

/** Adds an entry that was removed together with its store. An entry that is there may be newer. */
export const addIfMissing = (options: RoostOptions, entry: RegistryEntry): Promise<void> =>
  withRegistry(options, async (it) => {
    if (!(await it.get(entry.deviceId))) await it.add(entry)
  })

async function once<T>(options: RoostOptions, run: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openRegistry(options)
  try {
    return await run(registry)
  } finally {
    registry.close()
  }
}
