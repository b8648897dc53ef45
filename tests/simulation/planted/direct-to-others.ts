import type { SQLInputValue } from 'node:sqlite'
import type { PlantedBug } from '../world.ts'

export const directToOthers: PlantedBug = {
  mother: {
    prepare(db, sql) {
      if (!/INSERT INTO message \(log, direct,/.test(sql)) return null
      const real = db.prepare(sql)
      return {
        run: (log: number, _direct: number, ...rest: SQLInputValue[]) => real.run(log, 0, ...rest),
      } as unknown as typeof real
    },
  },
}
