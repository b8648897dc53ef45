import type { Access } from '../../lib/protocol/access.ts'
import type { Activity } from '../../lib/protocol/activity.ts'
import type { Credentials, DeviceInfo, DeviceList, Hello } from '../../lib/protocol/device.ts'
import type { ClaimAnswer, Look, PairingEvent, PairingOffer } from '../../lib/protocol/pairing.ts'
import type { Inbox } from '../../lib/protocol/read.ts'
import type { SendResult } from '../../lib/protocol/send.ts'

export type SignInNote =
  | 'signedIn'
  | 'passwordChanged'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'invited'
  | 'accountRemoved'

/** A device that has proved who it is. */
export interface Caller {
  userId: string
  deviceId: string
  /** Its rights, which never change. Default: all. */
  access?: Access | undefined
}

/**
 * The device, the sign-in, or both, behind a call that both may make. The store checks every one that is named in the same
 * transaction as the work: a device may be removed, or a sign-in end, while the body of the call is on its way. An
 * operator's command names neither.
 */
export interface Asker {
  deviceId?: string | undefined
  sessionId?: string | undefined
}

/**
 * A Batch whose messages are still the JSON text from the store. No part of the server parses them on the way to a
 * device.
 */
export interface BatchText {
  from: number
  upTo: number
  messages: string[]
  digest: string
  head: number
  floor: number
}

/** `waiting`: the user at the inviting device has not decided yet. */
export type Collected = { credentials: Credentials } | { waiting: { userId: string; expiresAt: number } }

/**
 * The domain: append, pull, acknowledge, devices. Knows neither sockets nor SQL. Both gateways pass payloads on
 * unchecked, and every refusal is a RoostError.
 */
export interface Mother {
  /** @throws RoostError `unauthenticated` (no or unknown token), `revoked`. */
  authenticate(token: string | undefined): Promise<Caller>

  /**
   * Refuses the whole request only for a bad envelope; results are in the order of the items. Resolves once durable.
   */
  send(caller: Caller, payload: unknown): Promise<{ results: SendResult[] }>
  /** @throws RoostError `history_forked`, `cursor_expired`, `invalid_request`, `revoked`. */
  pull(caller: Caller, payload: unknown): Promise<BatchText>
  /** Moves lastReceivedVersion forward, never past head. */
  acknowledge(caller: Caller, payload: unknown): Promise<{ lastReceivedVersion: number }>
  /**
   * Moves readUpTo of the user forward. Resolves once durable. @throws RoostError `history_forked` past head.
   */
  markRead(caller: Caller, payload: unknown): Promise<{ readUpTo: number }>
  inbox(caller: Caller): Promise<Inbox>
  hello(caller: Caller): Promise<Hello & { readUpTo: number }>

  /** @throws RoostError `unauthenticated`, `revoked` when `by` has lost its right; so do all below that take `by`. */
  createDevice(userId: string, payload: unknown, by?: Asker): Promise<Credentials>
  /** With the names of removed devices. */
  listDevices(userId: string, by?: Asker): Promise<Required<DeviceList>>
  renameDevice(userId: string, deviceId: string, payload: unknown, by?: Asker): Promise<DeviceInfo>
  /** Once this resolves, the device can do nothing more, and no sign-in but that of `by` counts any longer. */
  revokeDevice(userId: string, deviceId: string, by?: Asker): Promise<void>

  /** Deleted texts of the user as JSON, newest first. */
  bin(userId: string, payload: unknown, by?: Asker): Promise<string[]>
  emptyBin(userId: string, by?: Asker): Promise<void>

  /** A page of the events in the life of the account, newest first: those before `before`, or the newest. */
  activity(userId: string, by?: Asker, before?: string): Promise<Activity[]>
  /** The part of it that every device of the user should say. */
  news(userId: string): Promise<Activity[]>
  /** A person signed in, or changed the password: the gateway knows it first. Never rejects. */
  noteSignIn(userId: string, what: SignInNote, agent: string): Promise<void>

  offerPairing(caller: Caller, payload?: unknown): Promise<Required<PairingOffer>>
  /** The code is dead from here on, and a claim of it. @throws RoostError `not_found`. */
  cancelPairing(caller: Caller, pairingId: string): Promise<void>
  /** Where a code leads. @throws RoostError `not_found`. */
  lookAtPairing(payload: unknown): Promise<Omit<Look, 'account'> & { userId: string }>
  /** Makes a device, or a claim that waits when the code asks for confirmation. @throws RoostError `not_found`. */
  claimPairing(payload: unknown): Promise<ClaimAnswer>
  /** The claims that this device has to decide. */
  waitingClaims(caller: Caller): Promise<PairingEvent[]>
  /** @throws RoostError `not_found`, `forbidden`, `conflict`. */
  decideClaim(caller: Caller, claimId: string, payload: unknown): Promise<void>
  /** Answers at once. @throws RoostError `forbidden` (refused), `not_found`. */
  collectClaim(claimId: string, payload: unknown): Promise<Collected>

  /** The gateway counts connections, and reports the first and the last of a device. */
  deviceOnline(caller: Caller, online: boolean): Promise<void>
  /** Whether the store answers, for /readyz. @throws the reason why not. */
  check(): Promise<void>
  /** Finishes what has begun, then closes the store. */
  close(): Promise<void>
}
