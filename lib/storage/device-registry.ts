import type { PushChoice } from '../core/push/push-choice.ts'

/** A device of this browser or directory, with its credentials and its name. */
export interface RegistryEntry {
  deviceId: string
  userId: string
  name: string
  token: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
  /** The server's origin, for a directory that may hold devices of several servers. */
  server?: string
  /** The e-mail address of its account; unknown until the server was asked. */
  account?: string
  /** The person switched it off, also for the worker while no tab has it open. */
  switchedOff?: boolean
  /** Absent: this device is not told while the app is closed. */
  push?: PushChoice
}

/** The same entry with another choice. */
export function withPush({ push: present, ...entry }: RegistryEntry, change: PushChange): RegistryEntry {
  const push = change(present ?? null)
  return push ? { ...entry, push } : entry
}

export type PushChange = (present: PushChoice | null) => PushChoice | null

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
  /** Null: not told while the app is closed. Page and worker change it, so a change begins from what is stored. */
  changePush(deviceId: string, change: PushChange): Promise<void>
  remove(deviceId: string): Promise<void>
  close(): void
}
