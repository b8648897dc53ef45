import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'

/** A file in a data directory that has moved to PostgreSQL. An operator who deletes it goes back to the state of the move. */
export const moveMarkerFile = (dataDir: string) => join(dataDir, 'moved-to-postgres')

/** Marks the directory as moved to PostgreSQL. Serving from it again would make two histories of one. */
export function writeMoveMarker(dataDir: string, databaseUrl: string): void {
  const { hostname, port, pathname } = new URL(databaseUrl)
  const words = 'npm run roost -- migrate has copied roost.db to PostgreSQL.'
  writeFileSync(moveMarkerFile(dataDir), `${words}\n${hostname}:${port || 5432}${pathname}\n`, { flush: true })
}

/** The new place, as host:port/database if it is known; null: nothing has moved. */
export function readMoveMarker(dataDir: string): string | null {
  const mark = moveMarkerFile(dataDir)
  if (!existsSync(mark)) return null
  return readFileSync(mark, 'utf8').split('\n')[1] || 'PostgreSQL'
}

/** @throws ConfigError when the directory has moved. */
export function refuseMovedData(dataDir: string): void {
  const mark = moveMarkerFile(dataDir)
  if (!existsSync(mark)) return
  throw new ConfigError(
    `DATA_DIR: what was in ${dataDir} has moved to PostgreSQL; set DATABASE_URL (to go back to how it was then, delete ${mark})`,
  )
}
