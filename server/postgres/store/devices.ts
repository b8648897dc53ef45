import { RoostError } from '../../../lib/protocol/error.ts'
import { endsSignIns } from '../../core/devices/ends-sign-ins.ts'
import { HOUR_MS, judgeMaking } from '../../core/devices/judge-making.ts'
import type { Asker } from '../../core/mother.ts'
import type { NewDevice, StoredDevice, StoredToken } from '../../core/ports/store.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { requireLive } from './live-device.ts'
import { lockSession, lookAtSession, raiseEpoch, requireOpen } from './sign-ins.ts'

const notFound = () => new RoostError('not_found', 'There is no such device')

/** Locks the user's row. The first device makes the log. */
export async function createDevice(
  tx: Transaction,
  userId: string,
  device: NewDevice,
  firstDigest: Uint8Array,
  by: Asker | undefined,
) {
  tx.later('makeLog', [userId, firstDigest])
  await tx.ask('lockLog', [userId])
  if (by?.sessionId !== undefined) tx.later('makeEpoch', [userId])
  await lockFor(tx, userId, by)
  await addDevice(tx, userId, device)
}

/** Safe to repeat: it makes one device. */
export async function addDevice(tx: Transaction, userId: string, device: NewDevice): Promise<void> {
  const { deviceId, name, platform, tokenHash, now, access = 'full', offeredBy = null } = device
  await requireOpen(tx, userId)
  const [log] = await tx.ask('lockLog', [userId])
  // A try before may have made it without being able to say so, and counts once.
  if ((await tx.ask('findDevice', [userId, deviceId])).length === 0) await requireRoom(tx, userId, device)
  const columns = [deviceId, name, platform, tokenHash, now, log.floor, access, log.head, offeredBy]
  const added = await tx.ask('addDevice', [userId, ...columns])
  if (added.length === 0) throw new Error(`There is a device ${deviceId} already`)
}

async function requireRoom(tx: Transaction, userId: string, { now, perHour }: NewDevice): Promise<void> {
  const [[{ count }], rows] = await Promise.all([
    tx.ask('countDevices', [userId]),
    perHour === undefined ? [] : tx.ask('madeWithin', [userId, now - HOUR_MS, now, perHour - 1]),
  ])
  judgeMaking({ live: count, firstWithinHour: rows[0]?.created_at }, now)
}

export async function findToken(connection: Connection, userId: string, deviceId: string): Promise<StoredToken | null> {
  const [row] = await connection.ask('findDevice', [userId, deviceId])
  return row
    ? { tokenHash: row.token_hash, revoked: row.revoked_at !== null, lastSeen: row.last_seen, access: row.access }
    : null
}

export async function listDevices(
  connection: Connection,
  userId: string,
  { deviceId, sessionId }: Asker = {},
): Promise<StoredDevice[]> {
  const rows: (Row & { revoked_at: number | null })[] = await connection.ask('listDevices', [userId])
  // After the list was read: a session that has ended in between gets nothing.
  if (sessionId !== undefined) await lookAtSession(connection, userId, sessionId)
  if (deviceId !== undefined) requireLive(rows.find((it) => it.deviceId === deviceId))
  const live = rows.filter((it) => it.revoked_at === null).map(({ revoked_at: _, ...device }) => shown(device))
  return live.sort((a, b) => a.createdAt - b.createdAt || (a.deviceId < b.deviceId ? -1 : 1))
}

export async function renameDevice(
  tx: Transaction,
  userId: string,
  deviceId: string,
  name: string,
  by: Asker | undefined,
): Promise<StoredDevice> {
  await lockFor(tx, userId, by)
  const [row] = await tx.ask('rename', [userId, deviceId, name])
  if (!row) throw notFound()
  return shown(row)
}

/** A send or claim that waits for the user's row finds the device revoked afterwards. */
export async function revokeDevice(
  tx: Transaction,
  revocation: { userId: string; deviceId: string; now: number; by: Asker | undefined },
  again: boolean,
): Promise<void> {
  const { userId, deviceId, now, by } = revocation
  await tx.ask('lockLog', [userId])
  if (again && (await tx.ask('findDevice', [userId, deviceId]))[0]?.revoked_at === now) return
  await lockFor(tx, userId, by)
  if ((await tx.ask('revoke', [userId, deviceId, now])).length === 0) throw notFound()
  tx.later('countRevocation', [userId])
  tx.later('endInvitations', [userId, deviceId])
  tx.later('unsubscribe', [userId, deviceId])
  if (endsSignIns(deviceId, by)) await raiseEpoch(tx, userId, by?.sessionId)
}

/** Locks the user's row and checks who asks, if anybody does, so that nothing comes between check and work. */
export async function lockFor(tx: Transaction, userId: string, { deviceId, sessionId }: Asker = {}): Promise<void> {
  const [, devices] = await Promise.all([
    tx.ask('lockLog', [userId]),
    deviceId === undefined ? [] : tx.ask('findDevice', [userId, deviceId]),
  ])
  if (deviceId !== undefined) requireLive(devices[0])
  if (sessionId !== undefined) await lockSession(tx, userId, sessionId)
}

/** The same for a read. Look after the read, so that a caller who has lost the right meanwhile gets nothing. */
export async function lookAtAsker(
  connection: Connection,
  userId: string,
  { deviceId, sessionId }: Asker = {},
): Promise<void> {
  if (sessionId !== undefined) await lookAtSession(connection, userId, sessionId)
  if (deviceId !== undefined) requireLive((await connection.ask('findDevice', [userId, deviceId]))[0])
}

type Row = Omit<StoredDevice, 'offeredBy'> & { offeredBy: string | null }

/** A device that no other one invited has no such field. */
function shown({ offeredBy, ...device }: Row): StoredDevice {
  return { ...device, ...(offeredBy !== null && { offeredBy }) }
}
