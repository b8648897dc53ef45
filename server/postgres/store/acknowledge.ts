import type { AckRequest } from '../../../lib/protocol/batch.ts'
import { moveLastReceived } from '../../core/messages/cursor.ts'
import type { Caller } from '../../core/mother.ts'
import type { Connection } from '../connection/connection.ts'
import { historyOf } from './history.ts'
import { requireLive } from './live-device.ts'

/**
 * Judges, then moves in one statement, which does nothing when the device was revoked or has moved on meanwhile: then it is
 * judged once more. No transaction is needed: a log only grows, so what was judged stays true.
 */
export async function acknowledge(
  connection: Connection,
  caller: Caller,
  request: AckRequest,
): Promise<{ lastReceivedVersion: number; moved: boolean }> {
  const { userId, deviceId } = caller
  const [position] = await connection.ask('position', [userId, deviceId])
  const { last_received_version: present, ...log } = requireLive(position)
  // A device that is level, which is the usual case, acknowledges the head, whose digest is there.
  const { version } = request
  const between = version === log.head ? [] : await connection.ask('digestAt', [userId, version])
  const lastReceivedVersion = moveLastReceived(historyOf(log, between), present, request)
  if (lastReceivedVersion === present) return { lastReceivedVersion, moved: false }
  const moved = await connection.ask('acknowledge', [userId, deviceId, lastReceivedVersion])
  return moved.length > 0 ? { lastReceivedVersion, moved: true } : acknowledge(connection, caller, request)
}
