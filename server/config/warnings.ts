import type { Config } from './config.ts'
import { openToOthers } from './data-dir.ts'

/** Warnings for the operator, one line each: Roost starts all the same. */
export function warningsOf({ warnings, databaseUrl, dataDir }: Config): string[] {
  const open = databaseUrl === undefined ? openToOthers(dataDir) : undefined
  return open === undefined ? [...warnings] : [...warnings, open]
}
