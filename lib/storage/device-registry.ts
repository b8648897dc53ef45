/** A device of this browser or directory, with its credentials and its name. */
export interface RegistryEntry {
  deviceId: string
  userId: string
  name: string
  token: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
  /** The e-mail address of its account; unknown until the server was asked. */
  account?: string
  /** The person switched it off, also for the worker while no tab has it open. */
  switchedOff?: boolean
}

/**
 * The devices of a browser, shared by its tabs and the service worker, or those of a directory.
 * @throws StorageError
 */
export interface Registry {
  /** Replaces an entry of the same device. */
  add(entry: RegistryEntry): Promise<void>
  /** Last used first. */
  list(): Promise<RegistryEntry[]>
  get(deviceId: string): Promise<RegistryEntry | null>
  /** These do nothing if the device is not here (any more). */
  rename(deviceId: string, name: string): Promise<void>
  touch(deviceId: string, lastUsed: number): Promise<void>
  setAccount(deviceId: string, account: string): Promise<void>
  setSwitchedOff(deviceId: string, switchedOff: boolean): Promise<void>
  remove(deviceId: string): Promise<void>
  close(): void
}
