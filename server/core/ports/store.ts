import type { AckRequest, PullRequest } from '../../../lib/protocol/batch.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { Proposal } from '../messages/proposal.ts'
import type { BatchText, Caller } from '../mother.ts'
import type { AppendedMessage } from './bus.ts'

/** Presence is not stored: whoever holds the sockets knows it. */
export type StoredDevice = Omit<DeviceInfo, 'online'>

export interface NewDevice {
  deviceId: string
  name: string
  platform: string
  /** SHA-256 of the token. */
  tokenHash: Uint8Array
  /** ms since the epoch. */
  now: number
}

export interface Appended {
  /** In the order of the proposals. */
  results: SendResult[]
  /** What became durable: versions `from` (exclusive) to `upTo`; none of it when they are equal. */
  from: number
  upTo: number
  digest: string
  floor: number
  /** All of them, unless they are not at hand; whoever needs them then reads the store. */
  messages?: AppendedMessage[]
}

export interface Marked {
  readUpTo: number
  head: number
  moved: boolean
}

export interface Summary {
  head: number
  digest: string
  floor: number
  readUpTo: number
  lastReceivedVersion: number
}

/**
 * Everything the mother keeps. Each method is one transaction on one consistent state, and what it wrote is durable when
 * its promise resolves. Nothing of one user is ever read or changed by a call for another.
 *
 * Methods that take a Caller check it in the same transaction: @throws RoostError `unauthenticated` (unknown), `revoked`.
 * All: @throws RoostError `unavailable` when the store cannot do it now (a full disk); nothing has happened then, or, when a
 * connection was lost, all of it without our hearing of it: sending again stores nothing twice.
 */
export interface Store {
  /**
   * What is stored is decided by planAppend. `now` is the timestamp that people read; retention counts from `agesFrom`, which
   * is `now` unless told otherwise.
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

  /** Makes the user's log, too, if this is the first device; `firstDigest` is then the digest at version 0. */
  createDevice(userId: string, device: NewDevice, firstDigest: Uint8Array): Promise<void>
  /** For authentication: null when there is no such device. */
  findToken(userId: string, deviceId: string): Promise<{ tokenHash: Uint8Array; revoked: boolean } | null>
  /** Oldest first, without the revoked. `by`: the device that asks, checked like a Caller. */
  listDevices(userId: string, by?: string): Promise<StoredDevice[]>
  /** @throws RoostError `not_found`. */
  renameDevice(userId: string, deviceId: string, name: string, by?: string): Promise<StoredDevice>
  /** Ends its pairing offers, too. @throws RoostError `not_found`, also when it was revoked before. */
  revokeDevice(userId: string, deviceId: string, now: number, by?: string): Promise<void>
  /** Moves lastSeen forward; of a device that is gone or revoked it does nothing. */
  touchDevice(caller: Caller, now: number): Promise<void>

  /** Removes codes that have expired, too. */
  addPairing(caller: Caller, pairing: { codeHash: Uint8Array; expiresAt: number }, now: number): Promise<void>
  /** The user whose device offers this code; null when it is unknown, used or expired, or that device was revoked. */
  findPairing(codeHash: Uint8Array, now: number): Promise<string | null>
  /** Uses up the code and makes the device of the same user, or does neither: false when findPairing would say null. */
  claimPairing(codeHash: Uint8Array, device: NewDevice): Promise<boolean>

  /**
   * Moves every user's floor over the longest prefix of messages that are all older than `before` (ms since the epoch), and
   * removes them, in steps that leave room for sends. A message from after `now` was stamped by a clock that was ahead, and
   * says nothing of its age: it goes with the next one that does. Without `now` there are none such.
   */
  expire(request: { before: number; now?: number }): Promise<{ removed: number }>
  /**
   * Removes all messages of a user, whose devices are all revoked, and what they were called; in steps like expire. It stays
   * known that they were revoked.
   */
  forget(userId: string): Promise<{ removed: number }>
  /** The clock as retention last believed it, in ms since the epoch; null: it never has. */
  trustedTime(): Promise<number | null>
  trustTime(at: number): Promise<void>
  /** @throws what is wrong when the store does not answer. */
  check(): Promise<void>
  /** Lets what is under way become durable. Afterwards everything is `unavailable`. */
  close(): Promise<void>
}
