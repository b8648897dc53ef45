import type { AckRequest } from '../../../lib/protocol/batch.ts'
import { moveLastReceived } from '../../core/messages/cursor.ts'
import type { Caller } from '../../core/mother.ts'
import type { Connection } from '../connection/connection.ts'
import { historyOf } from './history.ts'
import { requireLive } from './live-device.ts'

/**
 * Checks the ack, then moves the version in one statement. The statement does nothing when the device was revoked or
 * moved on meanwhile, and the ack is checked again. This needs no transaction: a log only grows, so the check stays
 * true.
 */
export async function acknowledge(
  connection: Connection,
  caller: Caller,
  request: AckRequest,
): Promise<{ lastReceivedVersion: number; moved: boolean }> {
  const { userId, deviceId } = caller
  const [position] = await connection.ask('position', [userId, deviceId])
  const { last_received_version: present, ...log } = requireLive(position)
  // A device that is level, the usual case, acknowledges the head, whose digest is in the row.
  const { version } = request
  const between = version === log.head ? [] : await connection.ask('digestAt', [userId, version])
  const lastReceivedVersion = moveLastReceived(historyOf(log, between), present, request)
  if (lastReceivedVersion === present) return { lastReceivedVersion, moved: false }
  const moved = await connection.ask('acknowledge', [userId, deviceId, lastReceivedVersion])
  return moved.length > 0 ? { lastReceivedVersion, moved: true } : acknowledge(connection, caller, request)
}
