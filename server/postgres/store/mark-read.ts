import { moveReadUpTo } from '../../core/messages/cursor.ts'
import type { Caller } from '../../core/mother.ts'
import type { Marked } from '../../core/ports/store.ts'
import type { Connection, Transaction } from '../connection/connection.ts'
import { lockFor } from './devices.ts'
import { requireLive } from './live-device.ts'

/** The outcome of the call, without a write. @throws RoostError `history_forked`. */
export async function judgeRead(asker: Connection | Transaction, caller: Caller, version: number): Promise<Marked> {
  const log = requireLive((await asker.ask('position', [caller.userId, caller.deviceId]))[0])
  const readUpTo = moveReadUpTo(log, log.read_up_to, version)
  return { readUpTo, head: log.head, moved: readUpTo > log.read_up_to }
}

/** With the user's row locked, so that of two calls at once the higher version stays. */
export async function markRead(tx: Transaction, caller: Caller, version: number): Promise<Marked> {
  await lockFor(tx, caller.userId, caller)
  const marked = await judgeRead(tx, caller, version)
  if (marked.moved) tx.later('moveReadUpTo', [caller.userId, marked.readUpTo])
  return marked
}
