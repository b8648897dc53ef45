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
