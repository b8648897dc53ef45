import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Caller } from '../../core/mother.ts'

export interface LiveDevices {
  /**
   * Runs inside the transaction of the caller's work, so that nothing comes between check and work. Returns its
   * lastReceivedVersion. @throws RoostError `unauthenticated`, `revoked`.
   */
  require(caller: Caller): number
  /** Like require, for a call that an account session may make as well. */
  requireIfNamed(userId: string, deviceId: string | undefined): void
  isLive(userId: string, deviceId: string): boolean
}

export function createLiveDevices(db: DatabaseSync): LiveDevices {
  const find = db.prepare(
    'SELECT last_received_version, revoked_at IS NOT NULL AS revoked FROM device WHERE user_id = ? AND device_id = ?',
  )
  const live: LiveDevices = {
    require({ userId, deviceId }) {
      const row = find.get(userId, deviceId)
      if (!row) throw new RoostError('unauthenticated', 'This device is not known here')
      if (row.revoked) throw new RoostError('revoked', 'This device was removed from the account')
      return row.last_received_version as number
    },
    requireIfNamed(userId, deviceId) {
      if (deviceId !== undefined) live.require({ userId, deviceId })
    },
    isLive(userId, deviceId) {
      const row = find.get(userId, deviceId)
      return row !== undefined && !row.revoked
    },
  }
  return live
}
