import type { DatabaseSync } from 'node:sqlite'
import type { PlantedBug } from '../world.ts'

/** Behaves like a sequence: a number that was given is gone, even when its transaction is rolled back. */
const given = new WeakMap<DatabaseSync, Map<unknown, number>>()

export const sequence: PlantedBug = {
  mother: {
    prepare(db, sql) {
      const ofLogs = given.get(db) ?? new Map<unknown, number>()
      given.set(db, ofLogs)
      const real = db.prepare(sql)
      if (sql.startsWith('UPDATE log SET head')) {
        const run = (log: number, head: number, digest: Uint8Array) => {
          ofLogs.set(log, head)
          return real.run(log, head, digest)
        }
        return { run } as unknown as typeof real
      }
      if (!sql.startsWith('SELECT number, head, digest, floor')) return null
      const get = (user: string) => {
        const row = real.get(user)
        return row && { ...row, head: Math.max(row.head as number, ofLogs.get(row.number) ?? 0) }
      }
      return { get } as unknown as typeof real
    },
  },
}
