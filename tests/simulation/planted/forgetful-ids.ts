import type { PlantedBug } from '../world.ts'

const WINDOW_MS = 60_000

export const forgetfulIds: PlantedBug = {
  mother: {
    opened(db) {
      db.exec(
        'DROP INDEX IF EXISTS message_by_id; CREATE INDEX IF NOT EXISTS message_by_id_too ON message (log, message_id)',
      )
    },
    prepare(db, sql) {
      if (!/FROM message WHERE log = \? AND message_id = /.test(sql)) return null
      const recent = db.prepare(`${sql} AND timestamp > (SELECT max(timestamp) FROM message) - ${WINDOW_MS}`)
      return recent
    },
  },
}
