import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/**
 * SQLite keeps this table in another shape than PostgreSQL. Reads the rows of one log in PostgreSQL's shape, without user_id.
 */
export interface ByLog {
  /** Takes the log's number, the rest of the key to go on after, and how many; in the order of the key. */
  sql: string
  /** Sorts before the rest of any key. */
  start: readonly SQLInputValue[]
}

const message = `version, message_id, sender, receiver, kind, target_version, target_sender, payload_hash, digest, timestamp,
  deleted, content_bytes, json`

export const messagesOfLog: ByLog = {
  sql: `
    SELECT ${message} FROM message WHERE log = ?1 AND direct = 0 AND version > ?2
    UNION ALL SELECT ${message} FROM message WHERE log = ?1 AND direct = 1 AND version > ?2
    ORDER BY version LIMIT ?3`,
  start: [0],
}

export const binOfLog: ByLog = {
  sql: 'SELECT version, deleted_at, json FROM bin WHERE log = ?1 AND version > ?2 ORDER BY version LIMIT ?3',
  start: [0],
}

export const namingsOfLog: ByLog = {
  sql: `
    SELECT version, file_id FROM naming WHERE log = ?1 AND (version, file_id) > (?2, ?3)
    ORDER BY version, file_id LIMIT ?4`,
  start: [0, ''],
}

export const wakesOfLog: ByLog = {
  sql: 'SELECT version, level FROM wake WHERE log = ?1 AND version > ?2 ORDER BY version LIMIT ?3',
  start: [0],
}

/** PostgreSQL has a row with viewer 'all' for each message for all. */
export const visibleOfLog: ByLog = {
  sql: `
    SELECT 'all', version FROM message WHERE log = ?1 AND direct = 0 AND ?2 <= 'all'
      AND version > CASE WHEN ?2 = 'all' THEN ?3 ELSE 0 END
    UNION ALL SELECT viewer, version FROM visible WHERE log = ?1 AND (viewer, version) > (?2, ?3)
    ORDER BY 1, 2 LIMIT ?4`,
  start: ['', 0],
}

/** Reads log by log in the order of their users, after a key: its user, and the rest. */
export function readByLog(
  db: DatabaseSync,
  { sql, start }: ByLog,
  after: readonly SQLInputValue[] | undefined,
  limit: number,
): unknown[][] {
  const logs = db.prepare('SELECT number, user_id FROM log WHERE user_id >= ? ORDER BY user_id')
  const read = db.prepare(sql)
  read.setReturnArrays(true)
  const [user, ...rest] = after ?? ['', ...start]
  const rows: unknown[][] = []
  for (const log of logs.iterate(user as string)) {
    const key = log.user_id === user ? rest : start
    const some = read.all(log.number as number, ...key, limit - rows.length) as unknown as unknown[][]
    for (const values of some) rows.push([log.user_id, ...values])
    if (rows.length === limit) break
  }
  return rows
}
