import type { Access } from '../../../lib/protocol/access.ts'
import type { AckRequest, PullRequest } from '../../../lib/protocol/batch.ts'
import type { DeviceInfo, FormerDevice } from '../../../lib/protocol/device.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { Proposal } from '../messages/proposal.ts'
import type { Asker, BatchText, Caller } from '../mother.ts'
import type { AppendedMessage } from './bus.ts'
import type { FileStore } from './files.ts'
import type { PairingStore } from './pairings.ts'
import type { PushStore } from './push.ts'

/** The gateway knows who is online; the store does not. */
export type StoredDevice = Omit<DeviceInfo, 'online'> & { access: Access; joinedAtVersion: number }

export interface NewDevice {
  deviceId: string
  name: string
  platform: string
  /** Default: all rights. */
  access?: Access
  /** The device whose invitation it claimed. */
  offeredBy?: string | undefined
  /** SHA-256 of the token. */
  tokenHash: Uint8Array
  /** ms since the epoch. */
  now: number
  /** How many devices the account may make within an hour, this one included; undefined: any number. */
  perHour?: number | undefined
}

export interface StoredToken {
  tokenHash: Uint8Array
  revoked: boolean
  access: Access
  /** ms since the epoch. */
  lastSeen: number
}

export interface Appended {
  /** In the order of the proposals. */
  results: SendResult[]
  /** Versions `from` (exclusive) to `upTo` became durable; equal when nothing did. */
  from: number
  upTo: number
  digest: string
  floor: number
  /** All of them, unless they are not at hand. A listener that needs them then reads the store. */
  messages?: AppendedMessage[]
}

export interface Marked {
  readUpTo: number
  head: number
  moved: boolean
}

export interface Usage {
  messages: number
  bytes: number
}

export interface Summary {
  head: number
  digest: string
  floor: number
  readUpTo: number
  lastReceivedVersion: number
}

/**
 * Epochs end sign-ins that are still being made: a sign-in belongs to the epoch in which it began, before any password was
 * looked at, and counts while its user's epoch is no later.
 */
export interface Epochs {
  /** The epoch in which a sign-in begins now. */
  newestEpoch(): Promise<number>
  /**
   * Begins a new epoch for the user: every sign-in that has begun is over, except the session `but`. Call it after the
   * change that it follows (a new password) is stored.
   */
  raiseEpoch(userId: string, but?: string): Promise<void>
  /** The same for all sign-ins but the one that asks. @throws RoostError `unauthenticated` when it has ended itself. */
  endOtherSignIns(userId: string, sessionId: string): Promise<void>
  /** Ends all sign-ins of the user for good. From here on no device is made for this user. */
  closeAccount(userId: string): Promise<void>
  /** Whether a sign-in that began in this epoch counts. */
  isCurrent(userId: string, epoch: number): Promise<boolean>
}

/**
 * Everything the mother keeps. Each method is one transaction on one consistent state, and its writes are durable when
 * its promise resolves. A call for one user never reads or changes anything of another.
 *
 * Methods that take a Caller or an Asker check it in the same transaction: @throws RoostError `unauthenticated` (unknown, or
 * signed out), `revoked`. All: @throws RoostError `unavailable` when the store cannot do it now (a full disk). Then nothing has
 * happened; or, when a connection was lost, everything may have happened unheard. Sending again stores nothing twice.
 */
export interface Store extends PairingStore<NewDevice>, Epochs, FileStore, PushStore {
  /**
   * planAppend decides what is stored. `now` is the timestamp that people read; retention counts from `agesFrom`, which
   * is `now` by default.
   */
  append(caller: Caller, proposals: readonly Proposal[], now: number, agesFrom?: number): Promise<Appended>
  /**
   * At most `limit` messages and 4 MiB of content, or one message. `after` defaults to lastReceivedVersion.
   * @throws RoostError `history_forked`, `cursor_expired`.
   */
  pull(caller: Caller, request: PullRequest): Promise<BatchText>
  /** `moved`: whether lastReceivedVersion has changed. @throws RoostError `history_forked`. */
  acknowledge(caller: Caller, request: AckRequest): Promise<{ lastReceivedVersion: number; moved: boolean }>
  /**
   * Moves readUpTo of the user forward; `moved`: whether it has changed. @throws RoostError `history_forked` past head.
   */
  markRead(caller: Caller, version: number): Promise<Marked>
  summary(caller: Caller): Promise<Summary>

  /**
   * Also makes the user's log, if this is the first device; `firstDigest` is then the digest at version 0.
   * Every call that makes a device @throws RoostError as judgeMaking, and `unauthenticated` when the account is closed.
   */
  createDevice(userId: string, device: NewDevice, firstDigest: Uint8Array, by?: Asker): Promise<void>
  /** For authentication: null when there is no such device. */
  findToken(userId: string, deviceId: string): Promise<StoredToken | null>
  /** Oldest first, without revoked devices. */
  listDevices(userId: string, by?: Asker): Promise<StoredDevice[]>
  /** The revoked devices of the user, the latest first, limits.formerDevices at most. */
  formerDevices(userId: string): Promise<FormerDevice[]>
  /** @throws RoostError `not_found`. */
  renameDevice(userId: string, deviceId: string, name: string, by?: Asker): Promise<StoredDevice>
  /**
   * Also ends its invitations and its push subscription, and raises the epoch for all but the session of `by`. A device that removes itself raises none.
   * @throws RoostError `not_found`, also when the device is revoked already.
   */
  revokeDevice(userId: string, deviceId: string, now: number, by?: Asker): Promise<void>
  /** Moves lastSeen forward. Does nothing for a device that is unknown or revoked. */
  touchDevice(caller: Caller, now: number): Promise<void>

  /**
   * Moves every user's floor over the longest prefix of messages that are all older than `before` (ms since the epoch),
   * and removes them, in steps that leave room for sends. A timestamp later than `now` came from a fast clock, so the
   * message's age is unknown: it goes with the next old message. Without `now` every age counts as known.
   */
  expire(request: { before: number; now?: number }): Promise<{ removed: number }>
  /**
   * Removes all messages and notes of a user whose devices are all revoked, and the names of the devices, in steps like expire.
   * The devices stay known as revoked.
   */
  forget(userId: string): Promise<{ removed: number }>
  /** Deleted texts of the user as JSON, newest first, with versions before `before` (default: all). At most one page. */
  bin(userId: string, before?: number, by?: Asker): Promise<string[]>
  emptyBin(userId: string, by?: Asker): Promise<void>
  /** Removes what was deleted before this time (ms since the epoch) from every bin. */
  expireBins(before: number): Promise<{ removed: number }>
  /** Stores a note about the account of a user; `json` replaces what was stored under the same id (a UUID of version 7). */
  note(userId: string, note: { id: string; at: number; json: string }): Promise<void>
  /** The notes of a user as JSON, newest first; at most `limit`, with ids below `before` (default: all). */
  notes(userId: string, limit: number, by?: Asker, before?: string): Promise<string[]>
  /** How many messages the user has here, and the bytes of their texts. */
  usage(userId: string): Promise<Usage>
  /** Removes notes of before this time (ms since the epoch) of all users. */
  expireNotes(before: number): Promise<{ removed: number }>
  /** The clock that retention last trusted, in ms since the epoch; null: it has trusted none yet. */
  trustedTime(): Promise<number | null>
  trustTime(at: number): Promise<void>
  /** @throws the reason when the store does not answer. */
  check(): Promise<void>
  /** Finishes what has begun. Afterwards every call is `unavailable`. */
  close(): Promise<void>
}
