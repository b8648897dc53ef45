import type { DatabaseSync } from 'node:sqlite'
import type { Logs } from './log.ts'

export interface Expire {
  /** The next user, in order, who has messages; undefined after the last one. */
  userAfter(userId: string): string | undefined
  /** The last version of the longest prefix that is old; the floor when there is none. See Store. */
  oldUpTo(userId: string, before: number, now: number): number
  /** Moves the floor towards `upTo` by at most `steps` versions. Answers by how many; fewer than `steps`: it is there. */
  step(userId: string, upTo: number, steps: number): number
}

export function createExpire(db: DatabaseSync, logs: Logs): Expire {
  const userAfter = db.prepare('SELECT user_id FROM log WHERE user_id > ? AND head > floor ORDER BY user_id LIMIT 1')
  const firstYoung = db.prepare(`
    SELECT version FROM message WHERE user_id = ? AND version > ? AND timestamp BETWEEN ? AND ?
    ORDER BY version LIMIT 1`)
  const lastOld = db.prepare(`
    SELECT version FROM message WHERE user_id = ? AND version < ? AND timestamp < ?
    ORDER BY version DESC LIMIT 1`)
  const range = db.prepare(`
    SELECT sender, receiver, target_sender FROM message WHERE user_id = ? AND version > ? AND version <= ?`)
  const remove = db.prepare('DELETE FROM message WHERE user_id = ? AND version <= ?')
  const hide = db.prepare('DELETE FROM visible WHERE user_id = ? AND viewer = ? AND version <= ?')

  return {
    userAfter: (userId) => userAfter.get(userId)?.user_id as string | undefined,
    oldUpTo(userId, before, now) {
      const { floor, head } = logs.find(userId)
      const young = (firstYoung.get(userId, floor, before, now)?.version as number | undefined) ?? head + 1
      return (lastOld.get(userId, young, before)?.version as number | undefined) ?? floor
    },
    step(userId, upTo, steps) {
      const { floor, head } = logs.find(userId)
      const reached = Math.min(upTo, floor + steps, head)
      if (reached <= floor) return 0
      const viewers = new Set<string>(['all'])
      for (const row of range.iterate(userId, floor, reached)) {
        for (const viewer of [row.sender, row.receiver, row.target_sender]) if (viewer) viewers.add(viewer as string)
      }
      logs.moveFloor(userId, reached, logs.digestAt(userId, reached))
      remove.run(userId, reached)
      for (const viewer of viewers) hide.run(userId, viewer, reached)
      return reached - floor
    },
  }
}
