import type { DatabaseSync } from 'node:sqlite'

const STEP = 1_000

/** Every UUID is below it. */
const AFTER_ALL = 'g'

export interface Notes {
  put(userId: string, note: { id: string; at: number; json: string }): void
  list(userId: string, limit: number, before?: string): string[]
  forget(userId: string): void
  /** At most STEP at once; returns how many. */
  expire(before: number): number
}

export function createNotes(db: DatabaseSync): Notes {
  const put = db.prepare(`
    INSERT INTO activity (user_id, id, at, json) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (user_id, id) DO UPDATE SET at = excluded.at, json = excluded.json`)
  const list = db.prepare('SELECT json FROM activity WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?')
  const forget = db.prepare('DELETE FROM activity WHERE user_id = ?')
  const expire = db.prepare(`
    DELETE FROM activity WHERE row IN (SELECT row FROM activity WHERE at < ? ORDER BY at LIMIT ${STEP})`)
  return {
    put: (userId, { id, at, json }) => void put.run(userId, id, at, json),
    list: (userId, limit, before = AFTER_ALL) => list.all(userId, before, limit).map((it) => it.json as string),
    forget: (userId) => void forget.run(userId),
    expire: (before) => Number(expire.run(before).changes),
  }
}
