import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from './config-error.ts'

/** Makes sure that the directory is there and can be written, and gives its full path. @throws ConfigError. */
export function openDataDir(dataDir: string): string {
  const path = resolve(dataDir)
  try {
    make(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ConfigError(`DATA_DIR: cannot write to ${path} (${(error as NodeJS.ErrnoException).code})`)
  }
  return path
}

/** Step by step: `recursive` never returns where a directory cannot be made in one that is there, as in /proc. */
function make(path: string): void {
  if (existsSync(path)) return
  make(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
