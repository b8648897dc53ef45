/** A device that this browser can be: what it needs to speak for itself, and how a person knows it. */
export interface RegistryEntry {
  deviceId: string
  userId: string
  name: string
  token: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
  /** Its person wants it offline, also while no tab has it open. */
  switchedOff?: boolean
}

/**
 * The devices that this browser holds, shared by its tabs and the service worker.
 * @throws StorageError
 */
export interface Registry {
  /** Replaces an entry of the same device. */
  add(entry: RegistryEntry): Promise<void>
  /** Last used first. */
  list(): Promise<RegistryEntry[]>
  get(deviceId: string): Promise<RegistryEntry | null>
  /** These change nothing when the device is not here (any more). */
  rename(deviceId: string, name: string): Promise<void>
  touch(deviceId: string, lastUsed: number): Promise<void>
  setSwitchedOff(deviceId: string, switchedOff: boolean): Promise<void>
  remove(deviceId: string): Promise<void>
  close(): void
}
