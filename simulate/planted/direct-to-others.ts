import type { Plant } from '../world.ts'

export const directToOthers: Plant = {
  mother: {
    prepare(db, sql) {
      if (!sql.startsWith('INSERT INTO visible')) return null
      const real = db.prepare(sql.replace('INSERT', 'INSERT OR IGNORE'))
      return {
        run: (user: string, _viewer: string, version: number) => real.run(user, 'all', version),
      } as unknown as typeof real
    },
  },
}
