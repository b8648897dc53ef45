import type { PlantedBug } from '../world.ts'

export const revokedPulls: PlantedBug = {
  mother: {
    prepare(db, sql) {
      return /revoked_at IS NOT NULL AS revoked/.test(sql)
        ? db.prepare(sql.replace('revoked_at IS NOT NULL', '0'))
        : null
    },
  },
}
