import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './config-error.ts'

const BUSY = 5

/**
 * Locks the directory for this process until the returned function is called or the process ends. The lock is the operating
 * system's (through SQLite, on an empty file), so a killed process leaves none.
 * @throws ConfigError when another process has it.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'lock')
  const db = open(file)
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { errcode?: number }).errcode !== BUSY) throw cannot(file, error)
    throw new ConfigError(`DATA_DIR: another Roost runs on ${dataDir}; stop it first, or set another directory`)
  }
  return () => {
    if (db.isOpen) db.close()
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw cannot(file, error)
  }
}

function cannot(file: string, error: unknown): ConfigError {
  return new ConfigError(`DATA_DIR: cannot lock ${file} (${error instanceof Error ? error.message : error})`)
}
