import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'

const markIn = (dataDir: string) => join(dataDir, 'moved-to-postgres')

/** What was in this directory goes on in PostgreSQL: to serve from here again would make two histories of one. */
export function markMoved(dataDir: string): void {
  writeFileSync(markIn(dataDir), 'npm run migrate:postgres has copied roost.db to PostgreSQL.\n', { flush: true })
}

/** @throws ConfigError. */
export function refuseMoved(dataDir: string): void {
  const mark = markIn(dataDir)
  if (!existsSync(mark)) return
  throw new ConfigError(
    `DATA_DIR: what was in ${dataDir} has moved to PostgreSQL; set DATABASE_URL (to go back to how it was then, delete ${mark})`,
  )
}
