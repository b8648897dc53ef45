import type { DatabaseSync } from 'node:sqlite'
import type { Logs } from './log.ts'
import type { Namings } from './namings.ts'
import type { Wakes } from './wakes.ts'

export interface Expire {
  /** The next user with messages, in order; undefined after the last one. */
  userAfter(userId: string): string | undefined
  /** The last version of the longest prefix that is old; the floor when there is none. See Store. */
  oldUpTo(userId: string, before: number, now: number): number
  /**
   * Moves the floor towards `upTo` by at most `steps` versions. Returns by how many; fewer than `steps` when it has
   * arrived.
   */
  step(userId: string, upTo: number, steps: number): number
}

/** Rows that go with the messages of their versions. */
type Beside = Pick<Namings | Wakes, 'removeUpTo'>

export function createExpire(db: DatabaseSync, logs: Logs, beside: readonly Beside[]): Expire {
  // Messages for all and direct ones, merged by version.
  const either = (which: string) => `
    SELECT version FROM message WHERE log = ?1 AND direct = 0 AND ${which}
    UNION ALL SELECT version FROM message WHERE log = ?1 AND direct = 1 AND ${which}`
  const userAfter = db.prepare('SELECT user_id FROM log WHERE user_id > ? AND head > floor ORDER BY user_id LIMIT 1')
  const firstYoung = db.prepare(`
    ${either('version > ?2 AND timestamp BETWEEN ?3 AND ?4')} ORDER BY version LIMIT 1`)
  const lastOld = db.prepare(`
    ${either('version < ?2 AND timestamp < ?3')} ORDER BY version DESC LIMIT 1`)
  const range = db.prepare(`
    SELECT sender, receiver, target_sender FROM message WHERE log = ? AND direct = 1 AND version > ? AND version <= ?`)
  const remove = db.prepare('DELETE FROM message WHERE log = ? AND direct IN (0, 1) AND version <= ?')
  const removeFromBin = db.prepare('DELETE FROM bin WHERE log = ? AND version <= ?')
  const hide = db.prepare('DELETE FROM visible WHERE log = ? AND viewer = ? AND version <= ?')

  return {
    userAfter: (userId) => userAfter.get(userId)?.user_id as string | undefined,
    oldUpTo(userId, before, now) {
      const { number, floor, head } = logs.find(userId)
      const young = (firstYoung.get(number, floor, before, now)?.version as number | undefined) ?? head + 1
      return (lastOld.get(number, young, before)?.version as number | undefined) ?? floor
    },
    step(userId, upTo, steps) {
      if (!logs.exists(userId)) return 0
      const log = logs.find(userId)
      const { number, floor, head } = log
      const reached = Math.min(upTo, floor + steps, head)
      if (reached <= floor) return 0
      const viewers = new Set<string>()
      for (const row of range.iterate(number, floor, reached)) {
        for (const viewer of [row.sender, row.receiver, row.target_sender]) if (viewer) viewers.add(viewer as string)
      }
      logs.moveFloor(log, reached, logs.digestAt(log, reached))
      remove.run(number, reached)
      removeFromBin.run(number, reached)
      for (const it of beside) it.removeUpTo(number, reached)
      for (const viewer of viewers) hide.run(number, viewer, reached)
      return reached - floor
    },
  }
}
