import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { type DecidedClaim, judgeDecision } from '../../core/devices/judge-decision.ts'
import type { Caller } from '../../core/mother.ts'
import type { HeldClaim, NewClaim } from '../../core/ports/pairings.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { addDevice, lockFor } from './devices.ts'
import { requireLive } from './live-device.ts'

// Claims that wait for confirmation, each in the row of its invitation. All lock the user's row before that row. `again`:
// a try before may have done it without being able to say so.

/** `userId`: the user that findPairing found for the code. */
export async function addClaim(
  tx: Transaction,
  userId: string,
  codeHash: Uint8Array,
  claim: NewClaim,
  again: boolean,
): Promise<boolean> {
  const { claimId, secretHash, check, name, platform, access, now, expiresAt } = claim
  await tx.ask('lockLog', [userId])
  if (again && (await tx.ask('findClaim', [claimId])).length > 0) return true
  const [added] = await tx.ask('addClaim', [
    ...[codeHash, now, claimId, secretHash, check, name, platform],
    ...[expiresAt, access],
  ])
  if (!added) return false
  const [inviter] = await tx.ask('findDevice', [userId, added.device_id])
  return inviter !== undefined && inviter.revoked_at === null
}

export async function waitingClaims(connection: Connection, { userId, deviceId }: Caller, now: number) {
  const [devices, claims] = await Promise.all([
    connection.ask('findDevice', [userId, deviceId]),
    connection.ask('waitingClaims', [userId, deviceId, now]),
  ])
  requireLive(devices[0])
  return claims as PairingEvent[]
}

export async function decideClaim(
  tx: Transaction,
  caller: Caller,
  decision: { claimId: string; accept: boolean; now: number },
  again: boolean,
): Promise<void> {
  const { claimId, accept, now } = decision
  const state = accept ? 'accepted' : 'refused'
  await lockFor(tx, caller.userId, caller)
  const [claim] = await tx.ask('findClaim', [claimId])
  if (again && claim?.deviceId === caller.deviceId && claim.state === state) return
  judgeDecision(caller, claim as DecidedClaim | undefined, now)
  tx.later('setClaimState', [claimId, state])
}

export async function findClaim(connection: Connection, claimId: string, now: number): Promise<HeldClaim | null> {
  const [claim] = await connection.ask('findClaim', [claimId])
  if (!claim || claim.expiresAt <= now || claim.state === 'cancelled' || claim.state === 'done') return null
  const [inviter] = await connection.ask('findDevice', [claim.userId, claim.deviceId])
  return inviter && inviter.revoked_at === null ? claim : null
}

/** `userId`: the user that findClaim found. */
export async function collectClaim(
  tx: Transaction,
  userId: string,
  claimId: string,
  device: NewDevice,
  again: boolean,
): Promise<boolean> {
  await tx.ask('lockLog', [userId])
  if (again && (await tx.ask('findDevice', [userId, device.deviceId])).length > 0) return true
  const claim = await findClaim(tx, claimId, device.now)
  if (claim?.state !== 'accepted') return false
  tx.later('setClaimState', [claimId, 'done'])
  await addDevice(tx, userId, device)
  return true
}
