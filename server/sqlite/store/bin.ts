import type { DatabaseSync } from 'node:sqlite'
import type { Message } from '../../../lib/protocol/message.ts'
import { firstPage, textsToKeep } from '../../core/messages/bin.ts'
import type { Discard } from '../../core/messages/plan-append.ts'
import type { LogRow } from './log.ts'

const STEP = 1_000

export interface Bin {
  /** Before the contents are emptied. */
  keep(log: LogRow, discard: Discard): void
  list(userId: string, before: number): string[]
  empty(userId: string): void
  /** At most STEP texts at once; returns how many. */
  expire(before: number): number
}

export function createBin(db: DatabaseSync): Bin {
  const ofTarget = db.prepare(`
    SELECT json FROM message WHERE log = ?1 AND direct IN (0, 1) AND version = ?2
    UNION ALL SELECT json FROM message WHERE log = ?1 AND target_version = ?2`)
  const add = db.prepare('INSERT INTO bin (log, version, deleted_at, json) VALUES (?, ?, ?, ?)')
  const logOf = '(SELECT number FROM log WHERE user_id = ?1)'
  const list = db.prepare(`SELECT json FROM bin WHERE log = ${logOf} AND version < ?2 ORDER BY version DESC`)
  const empty = db.prepare(`DELETE FROM bin WHERE log = ${logOf}`)
  const expire = db.prepare(`
    DELETE FROM bin WHERE row IN (SELECT row FROM bin WHERE deleted_at < ? ORDER BY deleted_at LIMIT ${STEP})`)

  function* textsOf(userId: string, before: number): Iterable<string> {
    for (const { json } of list.iterate(userId, before)) yield json as string
  }

  return {
    keep(log, { version, at, drafts }) {
      const stored = ofTarget.all(log.number, version).map(({ json }) => JSON.parse(json as string) as Message)
      for (const text of textsToKeep([...stored, ...drafts]))
        add.run(log.number, text.version, at, JSON.stringify(text))
    },
    list: (userId, before) => firstPage(textsOf(userId, before)),
    empty: (userId) => void empty.run(userId),
    expire: (before) => Number(expire.run(before).changes),
  }
}
