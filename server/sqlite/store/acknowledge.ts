import type { DatabaseSync } from 'node:sqlite'
import type { AckRequest } from '../../../lib/protocol/batch.ts'
import { moveLastReceived } from '../../core/messages/cursor.ts'
import type { Caller } from '../../core/mother.ts'
import type { LiveDevices } from './live-device.ts'
import type { Logs } from './log.ts'

export interface Acknowledge {
  /** The outcome of an ack, without writing. @throws RoostError `history_forked`. */
  judge(caller: Caller, request: AckRequest): { lastReceivedVersion: number; moved: boolean }
  carryOut(caller: Caller, request: AckRequest): { lastReceivedVersion: number; moved: boolean }
}

export function createAcknowledge(db: DatabaseSync, logs: Logs, live: LiveDevices): Acknowledge {
  const move = db.prepare('UPDATE device SET last_received_version = ?3 WHERE user_id = ?1 AND device_id = ?2')

  const acknowledge: Acknowledge = {
    judge(caller, request) {
      const present = live.require(caller)
      const history = logs.history(logs.find(caller.userId))
      const lastReceivedVersion = moveLastReceived(history, present, request)
      return { lastReceivedVersion, moved: lastReceivedVersion > present }
    },
    carryOut(caller, request) {
      const outcome = acknowledge.judge(caller, request)
      if (outcome.moved) move.run(caller.userId, caller.deviceId, outcome.lastReceivedVersion)
      return outcome
    },
  }
  return acknowledge
}
