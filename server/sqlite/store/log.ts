import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { History } from '../../core/messages/cursor.ts'
import { showDigest } from '../../core/messages/digest.ts'

export interface LogRow {
  /** Identifies the log in `message` and `visible`. */
  number: number
  head: number
  digest: Uint8Array
  floor: number
  floorDigest: Uint8Array
  readUpTo: number
}

export interface Logs {
  find(userId: string): LogRow
  /** An account has a log once it has a device. */
  exists(userId: string): boolean
  history(log: LogRow): History
  /** The first device makes the log; later calls change nothing. */
  make(userId: string, firstDigest: Uint8Array): void
  moveHead(log: LogRow, head: number, digest: Uint8Array): void
  moveFloor(log: LogRow, floor: number, digest: Uint8Array): void
  moveReadUpTo(log: LogRow, readUpTo: number): void
  digestAt(log: LogRow, version: number): Uint8Array
  /** Reads a row, to see whether the file answers. */
  probe(): void
}

export function createLogs(db: DatabaseSync): Logs {
  const find = db.prepare(
    'SELECT number, head, digest, floor, floor_digest AS floorDigest, read_up_to AS readUpTo FROM log WHERE user_id = ?',
  )
  const digestAt = db.prepare('SELECT digest FROM message WHERE log = ? AND direct IN (0, 1) AND version = ?')
  const make = db.prepare(
    'INSERT INTO log (user_id, head, digest, floor, floor_digest) VALUES (?, 0, ?2, 0, ?2) ON CONFLICT DO NOTHING',
  )
  const moveHead = db.prepare('UPDATE log SET head = ?2, digest = ?3 WHERE number = ?1')
  const moveFloor = db.prepare('UPDATE log SET floor = ?2, floor_digest = ?3 WHERE number = ?1')

  const moveReadUpTo = db.prepare('UPDATE log SET read_up_to = ?2 WHERE number = ?1')
  const probe = db.prepare('SELECT head FROM log LIMIT 1')

  const logs: Logs = {
    find(userId) {
      const row = find.get(userId)
      if (!row) throw new RoostError('internal', 'There is no log of this account')
      return row as unknown as LogRow
    },
    exists: (userId) => find.get(userId) !== undefined,
    history: (log) => ({
      head: log.head,
      floor: log.floor,
      digestAt(version) {
        if (version === log.head) return showDigest(log.digest)
        if (version === log.floor) return showDigest(log.floorDigest)
        return showDigest(logs.digestAt(log, version))
      },
    }),
    make: (userId, firstDigest) => void make.run(userId, firstDigest),
    moveHead: ({ number }, head, digest) => void moveHead.run(number, head, digest),
    moveFloor: ({ number }, floor, digest) => void moveFloor.run(number, floor, digest),
    moveReadUpTo: ({ number }, readUpTo) => void moveReadUpTo.run(number, readUpTo),
    digestAt({ number }, version) {
      const row = digestAt.get(number, version)
      if (!row) throw new RoostError('internal', `Version ${version} is not there`)
      return row.digest as Uint8Array
    },
    probe: () => void probe.get(),
  }
  return logs
}
