import { RoostError } from '../../../lib/protocol/error.ts'
import type { Caller } from '../../core/mother.ts'
import type { NewPairing, OpenPairing } from '../../core/ports/pairings.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { addDevice, lockFor } from './devices.ts'

export async function addPairing(
  tx: Transaction,
  { userId, deviceId }: Caller,
  { codeHash, expiresAt, pairingId, confirm, access }: NewPairing,
  now: number,
): Promise<void> {
  await lockFor(tx, userId, { deviceId })
  tx.later('removeExpiredPairings', [now])
  const added = await tx.ask('addPairing', [codeHash, userId, deviceId, expiresAt, pairingId, confirm, access])
  if (added.length === 0) throw new Error('A code was drawn that is in use')
}

export async function findPairing(
  connection: Connection,
  codeHash: Uint8Array,
  now: number,
): Promise<OpenPairing | null> {
  const [pairing] = await connection.ask('findPairing', [codeHash, now])
  if (!pairing) return null
  const { user_id: userId, device_id: deviceId, confirm, access } = pairing
  const [inviter] = await connection.ask('findDevice', [userId, deviceId])
  return inviter && inviter.revoked_at === null ? { userId, deviceId, offeredBy: inviter.name, confirm, access } : null
}

export async function cancelPairing(tx: Transaction, { userId, deviceId }: Caller, pairingId: string): Promise<void> {
  await lockFor(tx, userId, { deviceId })
  const known = await tx.ask('cancelPairing', [pairingId, userId])
  if (known.length === 0) throw new RoostError('not_found', 'There is no such invitation')
}

/**
 * `userId`: the user that findPairing found for the code. Locks the user's row before the code, as every statement does
 * that needs both.
 */
export async function claimPairing(
  tx: Transaction,
  userId: string,
  codeHash: Uint8Array,
  device: NewDevice,
  again: boolean,
): Promise<boolean> {
  await tx.ask('lockLog', [userId])
  if (again && (await tx.ask('findDevice', [userId, device.deviceId])).length > 0) return true
  const [invitation] = await tx.ask('usePairing', [codeHash, device.now])
  if (!invitation) return false
  const [inviter] = await tx.ask('findDevice', [userId, invitation.device_id])
  if (!inviter || inviter.revoked_at !== null) return false
  await addDevice(tx, userId, device)
  return true
}
