import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Asker, Caller } from '../../core/mother.ts'
import type { SignIns } from './sign-ins.ts'

export interface LiveDevices {
  /**
   * Runs inside the transaction of the caller's work, so that nothing comes between check and work. Returns its
   * lastReceivedVersion. @throws RoostError `unauthenticated`, `revoked`.
   */
  require(caller: Caller): number
  /** The same for a call that an account session may make as well. */
  requireAsker(userId: string, by: Asker | undefined): void
  isLive(userId: string, deviceId: string): boolean
  /** Whether messages may be addressed to it. */
  receives(userId: string, deviceId: string): boolean
}

export function createLiveDevices(db: DatabaseSync, signIns: Pick<SignIns, 'require'>): LiveDevices {
  const find = db.prepare(
    'SELECT last_received_version, revoked_at IS NOT NULL AS revoked, access FROM device WHERE user_id = ? AND device_id = ?',
  )
  const live: LiveDevices = {
    require({ userId, deviceId }) {
      const row = find.get(userId, deviceId)
      if (!row) throw new RoostError('unauthenticated', 'This device is not known here')
      if (row.revoked) throw new RoostError('revoked', 'This device was removed from the account')
      return row.last_received_version as number
    },
    requireAsker(userId, { deviceId, sessionId } = {}) {
      if (deviceId !== undefined) live.require({ userId, deviceId })
      if (sessionId !== undefined) signIns.require(userId, sessionId)
    },
    isLive(userId, deviceId) {
      const row = find.get(userId, deviceId)
      return row !== undefined && !row.revoked
    },
    receives(userId, deviceId) {
      const row = find.get(userId, deviceId)
      return row !== undefined && !row.revoked && row.access === 'full'
    },
  }
  return live
}
