import type { Access } from '../../../lib/protocol/access.ts'
import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import type { Caller } from '../mother.ts'

/** Times are ms since the epoch; of codes and secrets the store gets SHA-256 only. */
export interface NewPairing {
  pairingId: string
  codeHash: Uint8Array
  expiresAt: number
  /** A claim waits until the inviting device has decided. */
  confirm: boolean
  access: Access
}

export interface OpenPairing {
  userId: string
  /** The device that invites, and its name. */
  deviceId: string
  offeredBy: string
  confirm: boolean
  access: Access
}

export interface NewClaim {
  claimId: string
  secretHash: Uint8Array
  /** Two digits, shown on both screens. */
  check: string
  name: string
  platform: string
  /** The rights that it asks for; it gets no more than its invitation gives. */
  access: Access
  now: number
  expiresAt: number
}

/**
 * An invitation is open until it is claimed or cancelled. With confirmation its claim waits, is accepted or refused, and
 * is done once the new device has been made.
 */
export type PairingState = 'open' | 'waiting' | 'accepted' | 'refused' | 'done' | 'cancelled'

export interface HeldClaim {
  userId: string
  /** The device that invites. */
  deviceId: string
  access: Access
  secretHash: Uint8Array
  name: string
  platform: string
  expiresAt: number
  state: PairingState
}

/** The invitations of the store: a code works once, and dies with the device that made it. */
export interface PairingStore<NewDevice> {
  /** Also removes what has expired. */
  addPairing(caller: Caller, pairing: NewPairing, now: number): Promise<void>
  /** Null when the code is unknown, used, cancelled or expired, or the device that made it was revoked. */
  findPairing(codeHash: Uint8Array, now: number): Promise<OpenPairing | null>
  /**
   * Ends the invitation and its claim. Any device of the user may; also when it has ended already.
   * @throws RoostError `not_found` when the user has no such invitation.
   */
  cancelPairing(caller: Caller, pairingId: string): Promise<void>
  /**
   * Uses up the code and makes the device of the same user, or does neither: false when findPairing would return null, or
   * when the code asks for confirmation.
   */
  claimPairing(codeHash: Uint8Array, device: NewDevice): Promise<boolean>
  /** The same for a code that asks for confirmation: its claim waits. */
  addClaim(codeHash: Uint8Array, claim: NewClaim): Promise<boolean>
  /** The claims that this device has to decide. */
  waitingClaims(caller: Caller, now: number): Promise<PairingEvent[]>
  /** @throws RoostError `not_found`, `forbidden` (another device invited), `conflict` (decided already). */
  decideClaim(caller: Caller, claimId: string, accept: boolean, now: number): Promise<void>
  /** Null when it is unknown, done, cancelled or expired. */
  findClaim(claimId: string, now: number): Promise<HeldClaim | null>
  /** Makes the device of an accepted claim, once: false when there is no such claim (any more). */
  collectClaim(claimId: string, device: NewDevice): Promise<boolean>
}
