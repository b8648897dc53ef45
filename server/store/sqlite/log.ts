import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { History } from '../../mother/cursor.ts'
import { showDigest } from '../../mother/digest.ts'

export interface LogRow {
  head: number
  digest: Uint8Array
  floor: number
  floorDigest: Uint8Array
}

export interface Logs {
  find(userId: string): LogRow
  history(userId: string, log: LogRow): History
  /** The first device makes the log; later ones change nothing. */
  make(userId: string, firstDigest: Uint8Array): void
  moveHead(userId: string, head: number, digest: Uint8Array): void
  moveFloor(userId: string, floor: number, digest: Uint8Array): void
  digestAt(userId: string, version: number): Uint8Array
  /** Reads something, whatever it is: whether the file answers. */
  probe(): void
}

export function createLogs(db: DatabaseSync): Logs {
  const find = db.prepare('SELECT head, digest, floor, floor_digest AS floorDigest FROM log WHERE user_id = ?')
  const digestAt = db.prepare('SELECT digest FROM message WHERE user_id = ? AND version = ?')
  const make = db.prepare(
    'INSERT INTO log (user_id, head, digest, floor, floor_digest) VALUES (?, 0, ?2, 0, ?2) ON CONFLICT DO NOTHING',
  )
  const moveHead = db.prepare('UPDATE log SET head = ?2, digest = ?3 WHERE user_id = ?1')
  const moveFloor = db.prepare('UPDATE log SET floor = ?2, floor_digest = ?3 WHERE user_id = ?1')

  const probe = db.prepare('SELECT head FROM log LIMIT 1')

  const logs: Logs = {
    find(userId) {
      const row = find.get(userId)
      if (!row) throw new RoostError('internal', 'There is no log of this account')
      return row as unknown as LogRow
    },
    history: (userId, log) => ({
      head: log.head,
      floor: log.floor,
      digestAt(version) {
        if (version === log.head) return showDigest(log.digest)
        if (version === log.floor) return showDigest(log.floorDigest)
        return showDigest(logs.digestAt(userId, version))
      },
    }),
    make: (userId, firstDigest) => void make.run(userId, firstDigest),
    moveHead: (userId, head, digest) => void moveHead.run(userId, head, digest),
    moveFloor: (userId, floor, digest) => void moveFloor.run(userId, floor, digest),
    digestAt(userId, version) {
      const row = digestAt.get(userId, version)
      if (!row) throw new RoostError('internal', `Version ${version} is not there`)
      return row.digest as Uint8Array
    },
    probe: () => void probe.get(),
  }
  return logs
}
