import type { Caller } from '../../core/mother.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { addDevice, lockFor } from './devices.ts'

export async function addPairing(
  tx: Transaction,
  { userId, deviceId }: Caller,
  { codeHash, expiresAt }: { codeHash: Uint8Array; expiresAt: number },
  now: number,
): Promise<void> {
  await lockFor(tx, userId, deviceId)
  tx.later('removeExpiredPairings', [now])
  const added = await tx.ask('addPairing', [codeHash, userId, deviceId, expiresAt])
  if (added.length === 0) throw new Error('A code was drawn that is in use')
}

/** The user of the device that made this invitation. */
export async function findPairing(connection: Connection, codeHash: Uint8Array, now: number): Promise<string | null> {
  const [invitation] = await connection.ask('findPairing', [codeHash, now])
  if (!invitation) return null
  const [device] = await connection.ask('findDevice', [invitation.user_id, invitation.device_id])
  return device && device.revoked_at === null ? invitation.user_id : null
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
