import { isDenied } from './indexed-db/errors.ts'
import { openIndexedDbRegistry } from './indexed-db/registry.ts'
import { createMemoryRegistry } from './memory-registry.ts'

/** A device that this browser can be: what it needs to speak for itself, and how a person knows it. */
export interface RegistryEntry {
  deviceId: string
  userId: string
  name: string
  token: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
}

/**
 * The devices that this browser holds, shared by its tabs and the service worker.
 * @throws CacheError
 */
export interface Registry {
  /** Replaces an entry of the same device. */
  add(entry: RegistryEntry): Promise<void>
  /** Last used first. */
  list(): Promise<RegistryEntry[]>
  get(deviceId: string): Promise<RegistryEntry | null>
  /** Both change nothing when the device is not here (any more). */
  rename(deviceId: string, name: string): Promise<void>
  touch(deviceId: string, lastUsed: number): Promise<void>
  remove(deviceId: string): Promise<void>
  close(): void
}

/** Lives until the tab closes: for a browser that lets the page store nothing. */
let fallback: Registry | undefined

/** @throws CacheError where there is storage, but it cannot be used now. */
export async function openRegistry(): Promise<Registry> {
  try {
    return await openIndexedDbRegistry()
  } catch (error) {
    if (!isDenied(error)) throw error
    fallback ??= createMemoryRegistry()
    return fallback
  }
}

/** Opened for one piece of work only: held longer, it would be in the way of a person who clears the browser's data. */
export async function withRegistry<T>(run: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openRegistry()
  try {
    return await run(registry)
  } finally {
    registry.close()
  }
}
