import type { DatabaseSync } from 'node:sqlite'

/**
 * Describes the damage of a database for the operator, or returns null. SQLite opens a file that was copied beside
 * another file's `-wal` without an error, and then gives wrong answers.
 */
export type FindDamage = (db: DatabaseSync) => string | null

/** Files up to this size are read as a whole at the start, in about a second. */
const WHOLE_BYTES = 256 * 1024 * 1024
/** Three lookups by key for each log: under a second. */
const LOGS_AT_START = 50_000

/** Takes bounded time, whatever the size of the file. */
export const damageAtStart: FindDamage = (db) => {
  const bytes = db.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size').get()
  if (Number(bytes?.bytes) <= WHOLE_BYTES) return ask(db, 'integrity_check(1)')
  return ask(db, 'quick_check(log)') ?? ask(db, 'quick_check(device)')
}

/** Reads the whole file: about 4 seconds per GB from a fast disk. */
export const damageAnywhere: FindDamage = (db) => ask(db, 'integrity_check(1)')

function ask(db: DatabaseSync, pragma: string): string | null {
  const said = db
    .prepare(`PRAGMA ${pragma}`)
    .all()
    .flatMap((row) => Object.values(row))
    .join()
  return said === 'ok' ? null : said.replace(/\s+/g, ' ')
}

/**
 * Finds rows that contradict each other in up to `logs` logs. Removed devices are left out: a restore remembers them as
 * they were in the newer database.
 */
export function contradiction(db: DatabaseSync, logs = LOGS_AT_START): string | null {
  const some = '(SELECT * FROM log LIMIT ?) AS log'
  const itsMessage = 'message WHERE message.log = number AND direct IN (0, 1)'
  const finds = (sql: string) => db.prepare(`${sql} LIMIT 1`).get(logs) !== undefined
  if (
    finds(`SELECT 1 FROM ${some}
      WHERE (head > floor AND NOT EXISTS (SELECT 1 FROM ${itsMessage} AND version = head AND message.digest = log.digest))
      OR EXISTS (SELECT 1 FROM ${itsMessage} AND version > head)`)
  ) {
    return 'the newest message of a log is not the one that its head names'
  }
  if (
    finds(`SELECT 1 FROM ${some} JOIN device USING (user_id)
      WHERE last_received_version > head AND revoked_at IS NULL`)
  ) {
    return 'a device has acknowledged more than its log holds'
  }
  if (
    finds(`SELECT 1 FROM (SELECT * FROM device LIMIT ?) AS device LEFT JOIN log USING (user_id)
      WHERE head IS NULL AND revoked_at IS NULL`)
  ) {
    return 'a device has no log'
  }
  return null
}
