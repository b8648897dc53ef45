import type { Config } from './config.ts'
import { openToOthers } from './data-dir.ts'

/** What the operator should know although Roost starts, one line each. */
export function warningsOf({ warnings, databaseUrl, dataDir }: Config): string[] {
  const open = databaseUrl === undefined ? openToOthers(dataDir) : undefined
  return open === undefined ? [...warnings] : [...warnings, open]
}
