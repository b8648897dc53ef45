import { moveReadUpTo } from '../../core/messages/cursor.ts'
import type { Caller } from '../../core/mother.ts'
import type { Marked } from '../../core/ports/store.ts'
import type { LiveDevices } from './live-device.ts'
import type { Logs } from './log.ts'

export interface MarkRead {
  /** The outcome of the call, without a write. @throws RoostError `history_forked`. */
  judge(caller: Caller, version: number): Marked
  carryOut(caller: Caller, version: number): Marked
}

export function createMarkRead(logs: Logs, live: LiveDevices): MarkRead {
  function look(caller: Caller, version: number) {
    live.require(caller)
    const log = logs.find(caller.userId)
    const readUpTo = moveReadUpTo(log, log.readUpTo, version)
    return { log, marked: { readUpTo, head: log.head, moved: readUpTo > log.readUpTo } }
  }

  return {
    judge: (caller, version) => look(caller, version).marked,
    carryOut(caller, version) {
      const { log, marked } = look(caller, version)
      if (marked.moved) logs.moveReadUpTo(log, marked.readUpTo)
      return marked
    },
  }
}
