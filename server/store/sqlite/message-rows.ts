import type { DatabaseSync } from 'node:sqlite'
import type { Message } from '../../../lib/protocol/message.ts'
import type { KnownMessage, NewMessage } from '../../mother/plan-append.ts'

export interface MessageRows {
  find(userId: string, messageId: string): KnownMessage | undefined
  insert(userId: string, row: NewMessage): void
  /** Marks a post as deleted; the content of it and of its edits goes, hashes and digests stay. */
  blank(userId: string, version: number): void
}

export function createMessageRows(db: DatabaseSync): MessageRows {
  const find = db.prepare(`
    SELECT message_id AS messageId, version, sender AS senderDeviceId, receiver AS receiverDeviceId, kind,
      target_sender AS targetSenderDeviceId, payload_hash AS payloadHash, timestamp, deleted
    FROM message WHERE user_id = ? AND message_id = ?`)
  const insert = db.prepare(`
    INSERT INTO message (user_id, version, message_id, sender, receiver, kind, target_version, target_sender, payload_hash,
      digest, timestamp, deleted, content_bytes, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const show = db.prepare('INSERT INTO visible (user_id, viewer, version) VALUES (?, ?, ?)')
  const deleted = db.prepare('UPDATE message SET deleted = 1 WHERE user_id = ? AND version = ?')
  const ofTarget = db.prepare(`
    SELECT version, json FROM message WHERE user_id = ?1 AND version = ?2
    UNION ALL SELECT version, json FROM message WHERE user_id = ?1 AND target_version = ?2`)
  const empty = db.prepare('UPDATE message SET json = ?3, content_bytes = 0 WHERE user_id = ?1 AND version = ?2')

  return {
    find(userId, messageId) {
      const row = find.get(userId, messageId)
      return row && ({ ...row, deleted: row.deleted === 1 } as unknown as KnownMessage)
    },
    insert(userId, { message, targetSenderDeviceId, payloadHash, digest, deleted, json, visibleTo }) {
      const { version, messageId, senderDeviceId, receiverDeviceId, kind, targetVersion, content, timestamp } = message
      insert.run(
        userId,
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
      for (const viewer of visibleTo === 'all' ? [visibleTo] : visibleTo) show.run(userId, viewer, version)
    },
    blank(userId, version) {
      deleted.run(userId, version)
      for (const row of ofTarget.all(userId, version) as unknown as { version: number; json: string }[]) {
        const message = JSON.parse(row.json) as Message
        if (message.content !== '') empty.run(userId, row.version, JSON.stringify({ ...message, content: '' }))
      }
    },
  }
}
