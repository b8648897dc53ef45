import type { DatabaseSync } from 'node:sqlite'
import type { Addressed } from '../../core/messages/visibility.ts'

/** Which messages name which files. A message without files costs nothing here. */
export interface Namings {
  /** A message that was just inserted names these. */
  add(log: number, version: number, fileIds: readonly string[]): void
  of(log: number, fileId: string): Addressed[]
  /** A message was deleted at this time (ms since the epoch). */
  remove(log: number, version: number, now: number): void
  /** Retention has removed the messages up to here. */
  removeUpTo(log: number, version: number): void
}

export function createNamings(db: DatabaseSync): Namings {
  const add = db.prepare('INSERT INTO naming (log, file_id, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const ofLog = 'user_id = (SELECT user_id FROM log WHERE number = ?1)'
  const hold = db.prepare(`
    UPDATE file SET named = 1, loose_since = NULL WHERE file_id = ?2 AND ${ofLog} AND loose_since IS NOT NULL`)
  const loosen = db.prepare(`
    UPDATE file SET loose_since = ?3 WHERE file_id = ?2 AND ${ofLog}
      AND NOT EXISTS (SELECT 1 FROM naming WHERE log = ?1 AND file_id = ?2)`)
  const messages = db.prepare(`
    SELECT m.sender AS senderDeviceId, m.receiver AS receiverDeviceId, m.target_sender AS targetSenderDeviceId
    FROM naming n CROSS JOIN message m ON m.log = n.log AND m.direct IN (0, 1) AND m.version = n.version
    WHERE n.log = ? AND n.file_id = ?`)
  const at = db.prepare('SELECT file_id FROM naming WHERE log = ? AND version = ?')
  const upTo = db.prepare('SELECT file_id FROM naming WHERE log = ? AND version <= ?')
  const removeAt = db.prepare('DELETE FROM naming WHERE log = ? AND version = ?')
  const removeUpTo = db.prepare('DELETE FROM naming WHERE log = ? AND version <= ?')

  function loosenAll(log: number, rows: readonly Record<string, unknown>[], since: number) {
    for (const fileId of new Set(rows.map((it) => it.file_id as string))) loosen.run(log, fileId, since)
  }

  return {
    add(log, version, fileIds) {
      for (const fileId of fileIds) {
        add.run(log, fileId, version)
        hold.run(log, fileId)
      }
    },
    of: (log, fileId) => messages.all(log, fileId) as unknown as Addressed[],
    remove(log, version, now) {
      const rows = at.all(log, version)
      removeAt.run(log, version)
      loosenAll(log, rows, now)
    },
    removeUpTo(log, version) {
      const rows = upTo.all(log, version)
      if (rows.length === 0) return
      removeUpTo.run(log, version)
      // They wait in no bin.
      loosenAll(log, rows, 0)
    },
  }
}
