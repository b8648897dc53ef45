import type { DatabaseSync } from 'node:sqlite'
import type { PullRequest } from '../../../lib/protocol/batch.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { checkCursor } from '../../core/messages/cursor.ts'
import type { BatchText, Caller } from '../../core/mother.ts'
import type { LiveDevices } from './live-device.ts'
import type { Logs } from './log.ts'

/** Rows per read: reading many at once costs half as much as one by one, and at most 16 MiB are read in vain. */
const PORTION = 250

type Pull = (caller: Caller, request: PullRequest) => BatchText

export function createPull(db: DatabaseSync, logs: Logs, live: LiveDevices): Pull {
  // CROSS JOIN fixes the order of the loops: the range of `visible` outside, its messages by their row inside.
  const read = db.prepare(`
    SELECT version, content_bytes, json FROM message WHERE log = ?1 AND direct = 0 AND version > ?3
    UNION ALL
    SELECT v.version, m.content_bytes, m.json FROM visible v CROSS JOIN message m ON m.row = v.row
    WHERE v.log = ?1 AND v.viewer = ?2 AND v.version > ?3
    ORDER BY 1 LIMIT ?4`)
  read.setReturnArrays(true)

  return (caller, { after, digest, limit = limits.pullDefault }) => {
    const lastReceivedVersion = live.require(caller)
    const { userId, deviceId } = caller
    const log = logs.find(userId)
    const history = logs.history(log)
    const from = after ?? lastReceivedVersion
    checkCursor(history, from, digest)

    const messages: string[] = []
    let room: number = limits.batchBytes
    let last = from
    let full = false
    let more = true
    while (more && !full) {
      const asked = Math.min(PORTION, limit - messages.length)
      const rows = read.all(log.number, deviceId, last, asked) as unknown as [number, number, string][]
      for (const [version, bytes, json] of rows) {
        room -= bytes
        full = messages.length > 0 && room < 0
        if (full) break
        messages.push(json)
        last = version
      }
      more = rows.length === asked && messages.length < limit
    }
    const upTo = full || messages.length === limit ? last : log.head
    return { from, upTo, messages, digest: history.digestAt(upTo), head: log.head, floor: log.floor }
  }
}
