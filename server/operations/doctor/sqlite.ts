import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { moveMarkerFile, readMoveMarker } from '../../config/move-marker.ts'
import { contradiction, damageAnywhere } from '../../sqlite/database/damage.ts'
import { isForeign } from '../../sqlite/database/foreign.ts'
import { migrations } from '../../sqlite/database/migrations.ts'
import { createTrustedTime } from '../../sqlite/store/trusted-time.ts'
import { describeContents } from '../backup/contents.ts'
import { checkClock } from './clock.ts'
import { type Check, type Finding, message } from './finding.ts'

const part = 'database'
const BUSY_WAIT_MS = 10_000

/** Reads the whole file, whether a server runs on it or not. */
export function checkSqlite(dataDir: string, retentionDays: number, now: () => number): Check {
  return async () => {
    const there = readMoveMarker(dataDir)
    if (there !== null) return [elsewhere(dataDir, there)]
    const file = join(dataDir, 'roost.db')
    if (!existsSync(file)) return [{ state: 'ok', part, says: `${file} is not there yet: the first start makes it` }]
    try {
      const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_WAIT_MS })
      try {
        if (isForeign(db))
          return [{ state: 'bad', part, says: `${file} is not a database of Roost`, todo: 'move it away' }]
        const found = look(db)
        if (found.state === 'bad') return [found]
        return [found, checkClock(now(), createTrustedTime(db).get(), retentionDays)]
      } finally {
        db.close()
      }
    } catch (error) {
      return [{ state: 'bad', part, says: `${file}: ${message(error)}`, todo: 'npm run roost -- restore FILE' }]
    }
  }
}

function elsewhere(dataDir: string, there: string): Finding {
  const todo = `set DATABASE_URL (to go back to how it was then, delete ${moveMarkerFile(dataDir)})`
  return { state: 'bad', part, says: `what was in ${dataDir} has moved to ${there}`, todo }
}

function look(db: DatabaseSync): Finding {
  const damage = damageAnywhere(db)
  if (damage !== null)
    return { state: 'bad', part, says: `it is damaged (${damage})`, todo: 'npm run roost -- restore FILE' }
  const schema = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  const known = migrations.length
  if (schema > known)
    return {
      state: 'bad',
      part,
      says: `schema ${schema} is of a newer Roost; this one knows ${known}`,
      todo: 'start that version',
    }
  if (schema < known)
    return { state: 'warn', part, says: `schema ${schema}`, todo: `the next start brings it to ${known}` }
  const wrong = contradiction(db, Number.MAX_SAFE_INTEGER)
  if (wrong !== null)
    return { state: 'bad', part, says: `it is damaged (${wrong})`, todo: 'npm run roost -- restore FILE' }
  return { state: 'ok', part, says: `whole, schema ${schema}: ${describeContents(db)}` }
}
