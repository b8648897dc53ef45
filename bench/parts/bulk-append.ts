import type { DatabaseSync } from 'node:sqlite'
import type { Caller } from '../../server/core/mother.ts'

/**
 * Appends many messages to a log in one statement, faster than any send: rows as the server stores them, with made-up
 * hashes, visible to `viewer`. Only for databases that are thrown away.
 */
export function bulkAppend(db: DatabaseSync, { userId, deviceId }: Caller, count: number, viewer: string): void {
  const log = db.prepare('SELECT number, head FROM log WHERE user_id = ?').get(userId)
  const number = Number(log?.number)
  const first = Number(log?.head) + 1
  const last = first + count - 1
  const versions = 'WITH RECURSIVE n (v) AS (SELECT ?1 UNION ALL SELECT v + 1 FROM n WHERE v < ?2)'
  const id = "printf('%08x-0000-4000-8000-%012x', v, v)"
  const json = `printf('{"version":%d,"messageId":"%s","senderDeviceId":"%s","receiverDeviceId":"%s","kind":"post",' ||
    '"contentType":"text/plain","content":"%s","timestamp":%d}', v, ${id}, ?4, ?5, 'filler', v)`
  db.exec('PRAGMA synchronous = OFF')
  db.exec('BEGIN')
  db.prepare(`${versions}
    INSERT INTO message (log, direct, version, message_id, sender, receiver, kind, payload_hash, digest, timestamp, deleted,
      content_bytes, json)
    SELECT ?3, ?5 <> 'all', v, unhex(${id}, '-'), ?4, ?5, 'post', randomblob(32), randomblob(16), v, 0, 6, ${json} FROM n`).run(
    first,
    last,
    number,
    deviceId,
    viewer,
  )
  db.prepare(`INSERT INTO visible (log, viewer, version, row)
    SELECT log, ?2, version, row FROM message WHERE log = ?1 AND direct = 1 AND version >= ?3`).run(
    number,
    viewer,
    first,
  )
  db.prepare(`UPDATE log SET head = ?2,
      digest = (SELECT digest FROM message WHERE log = ?1 AND direct IN (0, 1) AND version = ?2)
    WHERE number = ?1`).run(number, last)
  db.exec('COMMIT')
}
