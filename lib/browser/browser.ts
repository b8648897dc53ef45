import type { Claiming } from '../client/claim.ts'
import type { Device } from '../core/device.ts'
import type { Activity } from '../protocol/activity.ts'
import type { Message } from '../protocol/message.ts'
import type { Look, PairingEvent, PairingOffer } from '../protocol/pairing.ts'
import type { AdminCalls } from './account/admin.ts'
import type { DeviceFiles } from './files/device-files.ts'
import type { LanAddress, LanState } from './lan.ts'
import type { DevicePush } from './push/device-push.ts'
import type { Searcher } from './search/searcher.ts'
import type { TabDraft } from './tab-drafts.ts'

/** The device that a tab is, as the tab's screens use it. */
export interface TabDevice extends Omit<Device, 'conditions' | 'setConditions' | 'follow' | 'refresh' | 'reopen'> {
  /** Switches this device offline. The browser remembers it. */
  switchOff(): void
  switchOn(): void

  /**
   * Whether the browser has promised to keep the data of this origin when it needs room; null when it does not say. Made
   * for useSyncExternalStore; `watchStorageKept` returns unsubscribe.
   */
  storageKept(): boolean | null
  watchStorageKept(listener: () => void): () => void

  /** Keeps a draft in this tab while the page goes, or forgets it: see lib/browser/tab-drafts.ts. */
  stashDrafts(drafts: readonly TabDraft[]): void

  /** The e-mail address of its account; null while the server cannot be asked. */
  email(): Promise<string | null>
  /** These calls need the server. @throws RoostError, TransportError. */
  rename(deviceId: string, name: string): Promise<void>
  /** Removes this device. `account` removes others. */
  revoke(deviceId: string): Promise<void>
  /** A code that asks for confirmation. */
  offerPairing(): Promise<PairingOffer>
  cancelPairing(pairingId: string): Promise<void>
  /** The claims that this device has to decide. While it is live, it hears of them: see onClaim. */
  waitingClaims(): Promise<PairingEvent[]>
  decideClaim(claimId: string, accept: boolean): Promise<void>
  /** Hears of the claims that this device has to decide, in whichever tab they arrive. Returns unsubscribe. */
  onClaim(listener: (claim: PairingEvent) => void): () => void
  /** How the local network reaches the server, and the wish to let it in. */
  lan(): Promise<LanState>
  openLan(): Promise<LanState>
  /** The account that this device belongs to. */
  account(): Promise<OwnAccount>
  /** Close it when the person is done. Its code is loaded by the first call. */
  searcher(): Promise<Searcher>
  /** The first call loads it, for the whole tab. */
  files(): Promise<DeviceFiles>
  /** How its person is told while the app is closed. */
  push(): Promise<DevicePush>
}

export interface Passkey {
  id: string
  name: string
}

/** A sign-in of the account. */
export interface SignIn {
  id: string
  /** ms since the epoch by the server's clock. */
  at: number
  /** Such as "Firefox on Linux"; '' when the server was not told. */
  browser: string
  /** The sign-in of this browser. */
  isOwn: boolean
}

/**
 * The account of a device, for its person. Every call needs the server. @throws BrowserError, TransportError, RoostError.
 */
export interface OwnAccount {
  email(): Promise<string>
  /** Whether it may look after the whole server: see `admin`. */
  isFirst(): Promise<boolean>
  admin(): Promise<AdminCalls>
  /** The calls below need a sign-in, most of them a fresh one. Sign out when the person is done. */
  signIn(password: string): Promise<void>
  signInWithPasskey(): Promise<void>
  signOut(): Promise<void>
  /** Ends all other sign-ins. */
  changePassword(currentPassword: string, newPassword: string): Promise<void>
  /** Newest first. */
  signIns(): Promise<SignIn[]>
  endSignIn(id: string): Promise<void>
  endOtherSignIns(): Promise<void>
  passkeys(): Promise<Passkey[]>
  /** The browser asks its person. `name`: how the account lists it. */
  addPasskey(name: string): Promise<void>
  removePasskey(id: string): Promise<void>
  /** A page of the events in the life of the account, newest first: those before `before`, or the newest. */
  activity(before?: string): Promise<Activity[]>
  /** Deleted texts, newest first: a page of those with versions before `before`. */
  bin(before?: number): Promise<Message[]>
  emptyBin(): Promise<void>
  /** Removes everything of the account, on every device. */
  deleteAccount(password: string): Promise<void>
  /** Removes any device of the account. */
  removeDevice(deviceId: string): Promise<void>
}

/** A device whose credentials and store this browser holds. */
export interface KnownDevice {
  deviceId: string
  userId: string
  /** The e-mail address of its account; undefined until the server was asked. */
  account?: string
  name: string
  /** ms since the epoch by this device's clock. */
  lastUsed: number
  /** A tab has it open now. */
  open: boolean
}

/** The pages' way to accounts and devices. lib/browser/open-browser.ts makes it. */
export interface Browser {
  /** How the local network reaches the server. @throws TransportError, RoostError. */
  lan(): Promise<LanState>
  /** Whether this browser trusts the certificate of that address. */
  trusts(address: LanAddress): Promise<boolean>
  /** Opens the device that this tab was before a reload. An installed app opens the browser's only device. */
  resume(): Promise<TabDevice | null>
  /** Asks the server, when it answers, for their names, and leaves out and forgets the removed ones. */
  knownDevices(): Promise<KnownDevice[]>
  /** Learns the names in the account that the browser is signed in to, for the next suggestion. */
  learnNames(): Promise<void>
  /** A suggestion such as "Firefox on Linux" in the words of the screens, and no name that is known to be taken. */
  suggestName(inWords: (browser: string) => string): string

  /** Whether the browser holds an account session (cookie). Offline the answer is no. */
  hasSession(): Promise<boolean>
  /** @throws BrowserError, TransportError. */
  signUp(account: { email: string; password: string; invitation?: string | undefined }): Promise<void>
  signIn(account: { email: string; password: string }): Promise<void>
  signInWithPasskey(): Promise<void>
  signOut(): Promise<void>

  /** Makes a new device and opens it in this tab. Needs a session. */
  createDevice(name: string): Promise<TabDevice>
  /**
   * Makes this tab a new device without a session: a device of this browser makes a pairing code, and the tab redeems
   * it. `userId`: the account, when the browser holds devices of several.
   */
  joinAsNewDevice(name: string, userId?: string): Promise<TabDevice>
  /** Opens a device that this browser knows. */
  openDevice(deviceId: string): Promise<TabDevice>
  /** Where a pairing code leads. Afterwards the known devices name their accounts, if the server knows them. */
  look(code: string): Promise<Look>
  /** Redeems a pairing code from another device, which may have to admit this one. */
  claimPairing(code: string, name: string, claiming: Claiming): Promise<TabDevice>
  /** Removes a device's data from this browser, such as after the device was revoked. */
  forgetDevice(deviceId: string): Promise<void>

  /**
   * Whether a newer version of the app waits for a reload. Made for useSyncExternalStore; `watchForUpdate` returns
   * unsubscribe.
   */
  updateReady(): boolean
  watchForUpdate(listener: () => void): () => void
}
