import type { DeviceInfo, PairingOffer } from '../protocol/device.ts'
import type { Message } from '../protocol/message.ts'
import type { StayReason } from './after-restore/give-back.ts'
import type { OutboxEntry } from './ports.ts'

/** A post as the screen shows it: edits and deletes folded in. Source: lib/core/timeline/fold.ts. */
export interface TimelineEntry {
  message: Message
  /** The version of the edit that `message.content` is from. */
  editedVersion?: number
  /** A delete is final; `message.content` is then empty. */
  deleted: boolean
  /** Only this device holds it: the mother lost it when it was restored. */
  onlyHere: boolean
  /** Why one that is only here is not sent to the mother again; absent while it is. */
  stays?: StayReason
}

/** A stretch of the timeline, ascending by version. */
export interface TimelineWindow {
  entries: readonly TimelineEntry[]
  hasOlder: boolean
  hasNewer: boolean
  /** Versions up to this one were removed by retention before this device had them; 0: none. */
  goneUpTo: number
}

/** What a person is told about the connection of this device. */
export type ConnectionView =
  | { state: 'live' }
  | { state: 'catchingUp'; done: number; total: number; perSecond: number }
  | { state: 'connecting' }
  /** Trying again at `until` (ms since the epoch). `reason` is a sentence. */
  | { state: 'waiting'; until: number; reason: string }
  /** The browser reports no network. */
  | { state: 'offline' }
  /** Switched off by the person, on this device only. */
  | { state: 'switchedOff' }
  /** Another tab of this device holds the connection; `shared` is what that tab says of it. */
  | { state: 'following'; shared: Exclude<ConnectionView, { state: 'following' }> }
  | { state: 'signedOut' }
  | { state: 'revoked' }

export type StorageView =
  | { state: 'durable' }
  /** No IndexedDB here (a private window): everything lives until the tab closes. */
  | { state: 'memory' }
  /** The browser refuses to store more: nothing is acknowledged, nothing lost. */
  | { state: 'full' }
  /** The database was deleted or blocked under the app; a reload heals it. */
  | { state: 'broken'; reason: string }

export interface DeviceState {
  deviceId: string
  userId: string
  name: string
  connection: ConnectionView
  storage: StorageView
  timeline: TimelineWindow
  /** Oldest first: waiting, sent but not yet back, failed. */
  outbox: readonly OutboxEntry[]
  /** As last known, this device among them. */
  devices: readonly DeviceInfo[]
  /** This device's own cursor, and the mother's head as last known. */
  cursor: number
  head: number
  /** A newer version of the app waits for a reload. */
  updateReady: boolean
}

/** A tab's device, as the screen uses it. Made by lib/browser/open-browser.ts. Methods that reject do so with a sentence for a person. */
export interface Device {
  getState(): DeviceState
  /** For useSyncExternalStore: the snapshot is a new object whenever anything changed. Returns unsubscribe. */
  subscribe(listener: () => void): () => void

  /** Resolves when it is durable in the outbox. @throws RoostError `payload_too_large`, `invalid_request`; StorageError. */
  compose(draft: { receiverDeviceId: string; content: string; contentType?: string }): Promise<void>
  retry(messageId: string): Promise<void>
  discard(messageId: string): Promise<void>

  /** The offline switch of this device; remembered for the tab. */
  switchOff(): void
  switchOn(): void
  /** Pull now. Resolves when level or when it cannot be. */
  checkNow(): Promise<void>

  /** Move the timeline window; `showLatest` goes back to following the newest. */
  showOlder(): Promise<void>
  showNewer(): Promise<void>
  showLatest(): Promise<void>

  /** These need the mother; offline they reject with a RoostError `unavailable`. */
  rename(deviceId: string, name: string): Promise<void>
  revoke(deviceId: string): Promise<void>
  offerPairing(): Promise<PairingOffer>

  /** Leaves this device: closes what is open, keeps what is stored. */
  close(): void
}

/** A device that this browser holds credentials and storage for. */
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
  resume(): Promise<Device | null>
  knownDevices(): Promise<KnownDevice[]>
  /** A suggestion such as "Firefox on Linux". */
  suggestName(): string

  /** Whether an account session (cookie) is there. Offline: unknown counts as no. */
  hasSession(): Promise<boolean>
  /** @throws RoostError with a sentence: e-mail taken, wrong password, sign-up closed, too many tries … */
  signUp(account: { email: string; password: string }): Promise<void>
  signIn(account: { email: string; password: string }): Promise<void>
  signOut(): Promise<void>

  /** Needs a session. Makes a new device, opens it in this tab. */
  createDevice(name: string): Promise<Device>
  /** A further tab joins as a new device with the help of one this browser holds (a pairing behind the scenes); no session needed. */
  joinAsNewDevice(name: string): Promise<Device>
  /** Goes on as a device that this browser knows. */
  openDevice(deviceId: string): Promise<Device>
  /** With a code from another device. */
  claimPairing(code: string, name: string): Promise<Device>
  /** Removes a device's data from this browser (after it was revoked, or to clean up). */
  forgetDevice(deviceId: string): Promise<void>
}
