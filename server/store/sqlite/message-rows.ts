import type { DatabaseSync } from 'node:sqlite'
import type { Message } from '../../../lib/protocol/message.ts'
import type { KnownMessage, NewMessage } from '../../mother/plan-append.ts'
import type { LogRow } from './log.ts'

export interface MessageRows {
  find(log: LogRow, messageId: string): KnownMessage | undefined
  insert(log: LogRow, row: NewMessage): void
  /** Marks a post as deleted; the content of it and of its edits goes, hashes and digests stay. */
  blank(log: LogRow, version: number): void
}

export function createMessageRows(db: DatabaseSync): MessageRows {
  const find = db.prepare(`
    SELECT version, sender AS senderDeviceId, receiver AS receiverDeviceId, kind,
      target_sender AS targetSenderDeviceId, payload_hash AS payloadHash, timestamp, deleted
    FROM message WHERE log = ? AND message_id = unhex(?, '-')`)
  const insert = db.prepare(`
    INSERT INTO message (log, direct, version, message_id, sender, receiver, kind, target_version, target_sender,
      payload_hash, digest, timestamp, deleted, content_bytes, json)
    VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const show = db.prepare('INSERT INTO visible (log, viewer, version, row) VALUES (?, ?, ?, ?)')
  const deleted = db.prepare('UPDATE message SET deleted = 1 WHERE log = ? AND direct IN (0, 1) AND version = ?')
  const ofTarget = db.prepare(`
    SELECT row, json FROM message WHERE log = ?1 AND direct IN (0, 1) AND version = ?2
    UNION ALL SELECT row, json FROM message WHERE log = ?1 AND target_version = ?2`)
  const empty = db.prepare('UPDATE message SET json = ?2, content_bytes = 0 WHERE row = ?1')

  return {
    find(log, messageId) {
      const row = find.get(log.number, messageId)
      return row && ({ ...row, messageId, deleted: row.deleted === 1 } as unknown as KnownMessage)
    },
    insert(log, { message, targetSenderDeviceId, payloadHash, digest, deleted, json, visibleTo }) {
      const { version, messageId, senderDeviceId, receiverDeviceId, kind, targetVersion, content, timestamp } = message
      const { lastInsertRowid: row } = insert.run(
        log.number,
        visibleTo === 'all' ? 0 : 1,
        version,
        messageId,
        senderDeviceId,
        receiverDeviceId,
        kind,
        targetVersion ?? null,
        targetSenderDeviceId,
        payloadHash,
        digest,
        timestamp,
        deleted ? 1 : 0,
        Buffer.byteLength(content),
        json,
      )
      if (visibleTo === 'all') return
      for (const viewer of visibleTo) show.run(log.number, viewer, version, row)
    },
    blank(log, version) {
      deleted.run(log.number, version)
      for (const { row, json } of ofTarget.all(log.number, version) as unknown as { row: number; json: string }[]) {
        const message = JSON.parse(json) as Message
        if (message.content !== '') empty.run(row, JSON.stringify({ ...message, content: '' }))
      }
    },
  }
}
