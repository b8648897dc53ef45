import type { DatabaseSync } from 'node:sqlite'
import type { Access } from '../../../lib/protocol/access.ts'
import type { FormerDevice } from '../../../lib/protocol/device.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { HOUR_MS, judgeMaking } from '../../core/devices/judge-making.ts'
import type { Caller } from '../../core/mother.ts'
import type { NewDevice, StoredDevice, StoredToken } from '../../core/ports/store.ts'
import type { Logs } from './log.ts'
import type { SignIns } from './sign-ins.ts'

export interface Devices {
  /** Needs the user's log. @throws RoostError as createDevice of the store. */
  insert(userId: string, device: NewDevice): void
  findToken(userId: string, deviceId: string): StoredToken | null
  list(userId: string): StoredDevice[]
  former(userId: string): FormerDevice[]
  rename(userId: string, deviceId: string, name: string): StoredDevice
  revoke(userId: string, deviceId: string, now: number): void
  touch(caller: Caller, now: number): void
  forgetNames(userId: string): void
}

export function createDevices(db: DatabaseSync, logs: Logs, signIns: Pick<SignIns, 'requireOpen'>): Devices {
  const columns = `device_id AS deviceId, name, platform, created_at AS createdAt, last_seen AS lastSeen,
    last_received_version AS lastReceivedVersion, access, joined_at_version AS joinedAtVersion, offered_by AS offeredBy`
  const insert = db.prepare(`
    INSERT INTO device (user_id, device_id, name, platform, token_hash, created_at, last_seen, last_received_version,
      access, joined_at_version, offered_by)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10)`)
  const findToken = db.prepare(
    'SELECT token_hash, access, revoked_at IS NOT NULL AS revoked, last_seen FROM device WHERE user_id = ? AND device_id = ?',
  )
  const list = db.prepare(`SELECT ${columns} FROM device WHERE user_id = ? AND revoked_at IS NULL`)
  const rename = db.prepare(`
    UPDATE device SET name = ?3 WHERE user_id = ?1 AND device_id = ?2 AND revoked_at IS NULL RETURNING ${columns}`)
  const revoke = db.prepare(
    'UPDATE device SET revoked_at = ?3 WHERE user_id = ?1 AND device_id = ?2 AND revoked_at IS NULL',
  )
  const endInvitations = db.prepare('DELETE FROM pairing WHERE user_id = ? AND device_id = ?')
  const endSubscription = db.prepare('DELETE FROM subscription WHERE user_id = ? AND device_id = ?')
  const touch = db.prepare(`
    UPDATE device SET last_seen = ?3 WHERE user_id = ?1 AND device_id = ?2 AND last_seen < ?3 AND revoked_at IS NULL`)

  const forgetNames = db.prepare("UPDATE device SET name = '', platform = '' WHERE user_id = ?")

  const live = db.prepare('SELECT count(*) AS count FROM device WHERE user_id = ? AND revoked_at IS NULL')
  const madeWithin = db.prepare(`
    SELECT created_at FROM device WHERE user_id = ? AND created_at > ? AND created_at <= ?
    ORDER BY created_at DESC LIMIT 1 OFFSET ?`)

  const former = db.prepare(`
    SELECT device_id AS deviceId, name, platform, revoked_at AS revokedAt FROM device
    WHERE user_id = ? AND revoked_at > 0 ORDER BY revoked_at DESC LIMIT ?`)

  const notFound = () => new RoostError('not_found', 'There is no such device')

  return {
    insert(userId, device) {
      const { deviceId, name, platform, tokenHash, now, perHour, access = 'full', offeredBy = null } = device
      signIns.requireOpen(userId)
      const row = perHour === undefined ? undefined : madeWithin.get(userId, now - HOUR_MS, now, perHour - 1)
      const firstWithinHour = row?.created_at as number | undefined
      judgeMaking({ live: live.get(userId)?.count as number, firstWithinHour }, now)
      const { floor, head } = logs.find(userId)
      insert.run(userId, deviceId, name, platform, tokenHash, now, floor, access, head, offeredBy)
    },
    findToken(userId, deviceId) {
      const row = findToken.get(userId, deviceId)
      if (!row) return null
      return {
        tokenHash: row.token_hash as Uint8Array,
        revoked: row.revoked === 1,
        access: row.access as Access,
        lastSeen: row.last_seen as number,
      }
    },
    list(userId) {
      const devices = list.all(userId).map(shown)
      return devices.sort((a, b) => a.createdAt - b.createdAt || (a.deviceId < b.deviceId ? -1 : 1))
    },
    former: (userId) => former.all(userId, limits.formerDevices) as unknown as FormerDevice[],
    rename(userId, deviceId, name) {
      const row = rename.get(userId, deviceId, name)
      if (!row) throw notFound()
      return shown(row)
    },
    revoke(userId, deviceId, now) {
      if (revoke.run(userId, deviceId, now).changes === 0) throw notFound()
      endInvitations.run(userId, deviceId)
      endSubscription.run(userId, deviceId)
    },
    touch: ({ userId, deviceId }, now) => void touch.run(userId, deviceId, now),
    forgetNames: (userId) => void forgetNames.run(userId),
  }
}

/** A device that no other one invited has no such field. */
function shown({ offeredBy, ...device }: Record<string, unknown>): StoredDevice {
  return { ...device, ...(offeredBy !== null && { offeredBy }) } as unknown as StoredDevice
}
