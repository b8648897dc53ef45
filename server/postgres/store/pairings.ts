import type { Caller } from '../../core/mother.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Session, Transaction } from '../connection/session.ts'
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

/** The user whose device offers this code. */
export async function findPairing(session: Session, codeHash: Uint8Array, now: number): Promise<string | null> {
  const [offer] = await session.ask('findPairing', [codeHash, now])
  if (!offer) return null
  const [device] = await session.ask('findDevice', [offer.user_id, offer.device_id])
  return device && device.revoked_at === null ? offer.user_id : null
}

/**
 * `userId`: whom the code belonged to when it was looked up. The user's row is taken before the code, as everybody does who
 * takes both.
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
  const [offer] = await tx.ask('usePairing', [codeHash, device.now])
  if (!offer) return false
  const [offering] = await tx.ask('findDevice', [userId, offer.device_id])
  if (!offering || offering.revoked_at !== null) return false
  await addDevice(tx, userId, device)
  return true
}
