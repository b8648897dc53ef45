import type { AckRequest } from '../../../lib/protocol/batch.ts'
import { RoostError } from '../../../lib/protocol/error.ts'

/** The log that a cursor is checked against. `digestAt` takes versions from floor to head. */
export interface History {
  head: number
  floor: number
  digestAt: (version: number) => string
}

/**
 * Checks that a cursor is part of this history. Which error wins is part of the wire.
 *
 * @throws RoostError `history_forked`, `cursor_expired`.
 */
export function checkCursor(history: History, after: number, digest: string | undefined): void {
  const { head, floor } = history
  if (after > head) throw forked(history, `version ${after} is past the head, ${head}`)
  if (after < floor) {
    throw new RoostError('cursor_expired', `versions up to ${floor} were removed; continue from there`, { floor, head })
  }
  if (digest !== undefined && digest !== history.digestAt(after)) {
    throw forked(history, `version ${after} had another history`)
  }
}

/**
 * The lastReceivedVersion after an ack. It moves only forward. The server checks the digest wherever it still has its
 * own, even on an old ack, so that no fork goes unnoticed.
 *
 * @throws RoostError `history_forked`.
 */
export function moveLastReceived(history: History, lastReceivedVersion: number, ack: AckRequest): number {
  if (ack.version >= history.floor) checkCursor(history, ack.version, ack.digest)
  return Math.max(lastReceivedVersion, ack.version)
}

/**
 * readUpTo after a person has seen everything up to `version`: moves only forward.
 *
 * @throws RoostError `history_forked`.
 */
export function moveReadUpTo(history: Pick<History, 'head' | 'floor'>, readUpTo: number, version: number): number {
  if (version > history.head) throw forked(history, `version ${version} is past the head, ${history.head}`)
  return Math.max(readUpTo, version)
}

function forked({ head, floor }: Pick<History, 'head' | 'floor'>, what: string): RoostError {
  return new RoostError('history_forked', `The server's history is not this device's: ${what}`, { floor, head })
}
