import type { Device } from '../core/device.ts'
import type { PairingOffer } from '../protocol/device.ts'

/** The device that a tab is, as its screens use it. */
export interface TabDevice extends Omit<Device, 'conditions' | 'setConditions' | 'follow' | 'refresh' | 'reopen'> {
  /** The offline switch of this device; remembered for the browser. */
  switchOff(): void
  switchOn(): void

  /** These need the server. @throws RoostError, TransportError. */
  rename(deviceId: string, name: string): Promise<void>
  revoke(deviceId: string): Promise<void>
  offerPairing(): Promise<PairingOffer>
}

/** A device that this browser holds credentials and a store for. */
export interface KnownDevice {
  deviceId: string
  userId: string
  name: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
  /** Some tab has it open now. */
  open: boolean
}

/** What stands behind the pages before a tab is a device. Made by lib/browser/open-browser.ts. */
export interface Browser {
  /** The device of this tab, if it is one already (survives a reload), opened. */
  resume(): Promise<TabDevice | null>
  knownDevices(): Promise<KnownDevice[]>
  /** A suggestion such as "Firefox on Linux". */
  suggestName(): string

  /** Whether an account session (cookie) is there. Offline: unknown counts as no. */
  hasSession(): Promise<boolean>
  /** @throws BrowserError, TransportError. */
  signUp(account: { email: string; password: string }): Promise<void>
  signIn(account: { email: string; password: string }): Promise<void>
  signOut(): Promise<void>

  /** Needs a session. Makes a new device, opens it in this tab. */
  createDevice(name: string): Promise<TabDevice>
  /** A further tab joins as a new device with the help of one this browser holds (a pairing behind the scenes); no session needed. */
  joinAsNewDevice(name: string): Promise<TabDevice>
  /** Goes on as a device that this browser knows. */
  openDevice(deviceId: string): Promise<TabDevice>
  /** With a code from another device. */
  claimPairing(code: string, name: string): Promise<TabDevice>
  /** Removes a device's data from this browser (after it was revoked, or to clean up). */
  forgetDevice(deviceId: string): Promise<void>

  /** A newer version of the app waits for a reload. For useSyncExternalStore; returns unsubscribe. */
  updateReady(): boolean
  watchForUpdate(listener: () => void): () => void
}
