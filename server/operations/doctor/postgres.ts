import type { Pool } from 'pg'
import { openPool } from '../../postgres/connection/pool.ts'
import { migrations } from '../../postgres/database/migrations.ts'
import { checkClock } from './clock.ts'
import { type Check, type Finding, message } from './finding.ts'

const part = 'database'
const MB = 1024 ** 2
const APART_MS = 60_000

/** Checks whether PostgreSQL answers and is safe to keep messages in: the pool refuses a standby and `fsync = off`. */
export function checkPostgres(url: string, retentionDays: number, now: () => number): Check {
  return async () => {
    const pool = openPool(url, 1)
    try {
      return await look(pool, retentionDays, now())
    } catch (error) {
      return [{ state: 'bad', part, says: message(error), todo: 'see DATABASE_URL, and the log of PostgreSQL' }]
    } finally {
      await pool.end()
    }
  }
}

async function look(pool: Pool, retentionDays: number, now: number): Promise<Finding[]> {
  const { rows: facts } = await pool.query(`SELECT current_setting('server_version') AS release,
    pg_database_size(current_database()) AS bytes, extract(epoch FROM clock_timestamp())::float8 * 1000 AS clock,
    to_regclass('roost_schema') IS NOT NULL AS "isRoost"`)
  const { release, bytes, clock, isRoost } = facts[0]
  const server = `PostgreSQL ${release}, ${Math.ceil(bytes / MB)} MB`
  if (!isRoost) return [{ state: 'ok', part, says: `${server}: empty, the first start makes the tables` }]

  const schema: number = (await pool.query('SELECT version FROM roost_schema')).rows[0]?.version ?? 0
  const known = migrations.length
  if (schema > known) {
    const says = `schema ${schema} is of a newer Roost; this one knows ${known}`
    return [{ state: 'bad', part, says, todo: 'start that version' }]
  }
  const todo = `the next start brings it to ${known}`
  const database: Finding = { state: 'ok', part, says: `${server}, schema ${schema}`, ...(schema < known && { todo }) }
  if (Math.abs(clock - now) > APART_MS) {
    return [
      database,
      { state: 'warn', part: 'clock', says: 'this machine and PostgreSQL are minutes apart', todo: 'set them' },
    ]
  }
  const { rows } = await pool.query('SELECT at FROM believed_time WHERE only_row = 1')
  return [database, checkClock(now, rows[0]?.at ?? null, retentionDays)]
}
