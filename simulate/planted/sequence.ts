import type { DatabaseSync } from 'node:sqlite'
import type { Plant } from '../world.ts'

/** What a sequence does: a number that was given is gone, also when its transaction is rolled back. */
const given = new WeakMap<DatabaseSync, Map<unknown, number>>()

export const sequence: Plant = {
  mother: {
    prepare(db, sql) {
      const ofUsers = given.get(db) ?? new Map<unknown, number>()
      given.set(db, ofUsers)
      const real = db.prepare(sql)
      if (sql.startsWith('UPDATE log SET head')) {
        const run = (user: string, head: number, digest: Uint8Array) => {
          ofUsers.set(user, head)
          return real.run(user, head, digest)
        }
        return { run } as unknown as typeof real
      }
      if (!sql.startsWith('SELECT head, digest, floor')) return null
      const get = (user: string) => {
        const row = real.get(user)
        return row && { ...row, head: Math.max(row.head as number, ofUsers.get(user) ?? 0) }
      }
      return { get } as unknown as typeof real
    },
  },
}
