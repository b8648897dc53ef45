import type { DatabaseSync } from 'node:sqlite'
import type { Usage } from '../../core/ports/store.ts'

/** Versions that one read goes through: about 10 ms. */
const STEP = 5_000

export interface UsageReader {
  /** The versions of the user's log; none when there is no log. */
  span(userId: string): { log: number; floor: number; head: number } | undefined
  /** Those after `from`, at most STEP. */
  step(log: number, from: number): Usage & { upTo: number }
}

/** No index holds the sizes, so each message is looked at. In steps, because other reads wait for each of them. */
export function createUsage(db: DatabaseSync): UsageReader {
  const span = db.prepare('SELECT number AS log, floor, head FROM log WHERE user_id = ?')
  const count = db.prepare(`
    SELECT count(*) AS messages, coalesce(sum(content_bytes), 0) AS bytes FROM message
    WHERE log = ? AND direct IN (0, 1) AND version > ? AND version <= ?`)
  return {
    span: (userId) => span.get(userId) as ReturnType<UsageReader['span']>,
    step(log, from) {
      const upTo = from + STEP
      return { ...(count.get(log, from, upTo) as unknown as Usage), upTo }
    },
  }
}
