import type { DatabaseSync } from 'node:sqlite'
import type { Logs } from './log.ts'

export interface Expire {
  /** The next user, in order, who has messages; undefined after the last one. */
  userAfter(userId: string): string | undefined
  /** Moves the floor by at most `steps` versions. Answers by how many; fewer than `steps` means that it is done. */
  step(userId: string, before: number, steps: number): number
}

export function createExpire(db: DatabaseSync, logs: Logs): Expire {
  const userAfter = db.prepare('SELECT user_id FROM log WHERE user_id > ? AND head > floor ORDER BY user_id LIMIT 1')
  const oldest = db.prepare(`
    SELECT version, timestamp, sender, receiver, target_sender FROM message
    WHERE user_id = ? AND version > ? ORDER BY version LIMIT ?`)
  const remove = db.prepare('DELETE FROM message WHERE user_id = ? AND version <= ?')
  const hide = db.prepare('DELETE FROM visible WHERE user_id = ? AND viewer = ? AND version <= ?')

  return {
    userAfter: (userId) => userAfter.get(userId)?.user_id as string | undefined,
    step(userId, before, steps) {
      const { floor } = logs.find(userId)
      const viewers = new Set<string>(['all'])
      let reached = floor
      for (const row of oldest.iterate(userId, floor, steps)) {
        if ((row.timestamp as number) >= before) break
        reached = row.version as number
        for (const viewer of [row.sender, row.receiver, row.target_sender]) if (viewer) viewers.add(viewer as string)
      }
      if (reached === floor) return 0
      logs.moveFloor(userId, reached, logs.digestAt(userId, reached))
      remove.run(userId, reached)
      for (const viewer of viewers) hide.run(userId, viewer, reached)
      return reached - floor
    },
  }
}
