import type { Caller } from '../../core/mother.ts'
import type { LiveDevices } from './live-device.ts'
import type { LogRow, Logs } from './log.ts'

export interface OpenLogs {
  /**
   * The caller's log, with the head that earlier appends of this transaction have left. @throws RoostError
   * `unauthenticated`, `revoked`.
   */
  of(caller: Caller): LogRow
  moveHead(log: LogRow, head: number, digest: Uint8Array): void
  /** Writes the moved heads. Needed before any work but an append, and before the commit. */
  writeHeads(): void
  /** Forgets everything after a rollback. */
  reset(): void
}

/**
 * The logs that one transaction appends to. Each is read once and its head written once, however many sends share it.
 */
export function createOpenLogs(logs: Logs, live: LiveDevices): OpenLogs {
  const open = new Map<string, { log: LogRow; callers: Set<string> }>()
  const moved = new Set<LogRow>()

  function reset() {
    open.clear()
    moved.clear()
  }

  return {
    of(caller) {
      const { userId, deviceId } = caller
      const known = open.get(userId)
      if (known?.callers.has(deviceId)) return known.log
      live.require(caller)
      if (known) {
        known.callers.add(deviceId)
        return known.log
      }
      const log = logs.find(userId)
      open.set(userId, { log, callers: new Set([deviceId]) })
      return log
    },
    moveHead(log, head, digest) {
      log.head = head
      log.digest = digest
      moved.add(log)
    },
    writeHeads() {
      for (const log of moved) logs.moveHead(log, log.head, log.digest)
      reset()
    },
    reset,
  }
}
