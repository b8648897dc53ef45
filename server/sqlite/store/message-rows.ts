import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Message } from '../../../lib/protocol/message.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { contentBytes, emptied } from '../../core/messages/contents.ts'
import type { KnownMessage, NewMessage } from '../../core/messages/plan-append.ts'
import type { LogRow } from './log.ts'

export interface MessageRows {
  find(log: LogRow, messageId: string): KnownMessage | undefined
  insert(log: LogRow, row: NewMessage): void
  /** Like insert; returns false, and does nothing, when the messageId is stored already. */
  insertIfNew(log: LogRow, row: NewMessage): boolean
  /**
   * Removes messages for all between two versions that this transaction has inserted, so that no reader has seen them.
   */
  takeBack(log: LogRow, after: number, before: number): void
  /**
   * Marks a post as deleted, and empties its content and that of its edits. Hashes and digests stay. Returns the versions of
   * those that have named files.
   */
  blank(log: LogRow, version: number): number[]
}

/** The column `timestamp` is retention's: from when the age counts. The timestamp that people read is in the JSON. */
export function createMessageRows(db: DatabaseSync): MessageRows {
  const find = db.prepare(`
    SELECT version, sender AS senderDeviceId, receiver AS receiverDeviceId, kind,
      target_sender AS targetSenderDeviceId, lower(hex(payload_hash)) AS payloadHash, json ->> '$.timestamp' AS timestamp, deleted
    FROM message WHERE log = ? AND message_id = unhex(?, '-')`)
  const insertSql = `
    INSERT INTO message (log, direct, version, message_id, sender, receiver, kind, target_version, target_sender,
      payload_hash, digest, timestamp, deleted, content_bytes, json)
    VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?, ?, unhex(?), ?, ?, ?, ?, ?)`
  const insert = db.prepare(insertSql)
  const insertIfNew = db.prepare(`${insertSql} ON CONFLICT DO NOTHING`)
  const show = db.prepare('INSERT INTO visible (log, viewer, version, row) VALUES (?, ?, ?, ?)')
  const takeBack = db.prepare('DELETE FROM message WHERE log = ? AND direct = 0 AND version > ? AND version < ?')
  const deleted = db.prepare('UPDATE message SET deleted = 1 WHERE log = ? AND direct IN (0, 1) AND version = ?')
  const ofTarget = db.prepare(`
    SELECT row, json FROM message WHERE log = ?1 AND direct IN (0, 1) AND version = ?2
    UNION ALL SELECT row, json FROM message WHERE log = ?1 AND target_version = ?2`)
  const empty = db.prepare('UPDATE message SET json = ?2, content_bytes = 0 WHERE row = ?1')

  function insertWith(statement: StatementSync, log: LogRow, inserted: NewMessage): boolean {
    const { message, targetSenderDeviceId, payloadHash, digest, deleted, agesFrom, json, visibleTo } = inserted
    const { version, messageId, senderDeviceId, receiverDeviceId, kind, targetVersion } = message
    const { changes, lastInsertRowid: row } = statement.run(
      log.number,
      visibleTo === ALL ? 0 : 1,
      version,
      messageId,
      senderDeviceId,
      receiverDeviceId,
      kind,
      targetVersion ?? null,
      targetSenderDeviceId,
      payloadHash,
      digest,
      agesFrom,
      deleted ? 1 : 0,
      contentBytes(message),
      json,
    )
    if (changes === 0) return false
    if (visibleTo !== ALL) for (const viewer of visibleTo) show.run(log.number, viewer, version, row)
    return true
  }

  return {
    find(log, messageId) {
      const row = find.get(log.number, messageId)
      return row && ({ ...row, messageId, deleted: row.deleted === 1 } as unknown as KnownMessage)
    },
    insert: (log, row) => void insertWith(insert, log, row),
    insertIfNew: (log, row) => insertWith(insertIfNew, log, row),
    takeBack: (log, after, before) => void takeBack.run(log.number, after, before),
    blank(log, version) {
      deleted.run(log.number, version)
      const named: number[] = []
      for (const { row, json } of ofTarget.all(log.number, version) as unknown as { row: number; json: string }[]) {
        const message = JSON.parse(json) as Message
        if (contentBytes(message) > 0) empty.run(row, JSON.stringify(emptied(message)))
        if (message.files) named.push(message.version)
      }
      return named
    },
  }
}
