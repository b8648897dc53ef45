import type { Plant } from '../world.ts'

/** What a sequence does: a number that was given is gone, also when its transaction is rolled back. */
const given = new Map<unknown, number>()

export const sequence: Plant = {
  mother: {
    prepare(db, sql) {
      if (!sql.startsWith('UPDATE log SET head')) return null
      const real = db.prepare(sql)
      const run = (user: unknown, head: number, digest: Uint8Array) => {
        given.set(user, head)
        return real.run(user as string, head, digest)
      }
      return { run } as unknown as typeof real
    },
    rolledBack(db) {
      for (const [user, head] of given)
        db.prepare('UPDATE log SET head = max(head, ?) WHERE user_id = ?').run(head, user as string)
      given.clear()
    },
  },
}
