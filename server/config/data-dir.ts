import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from './config-error.ts'

const OTHERS = 0o077

/** Makes the directory if it is missing, checks that it can be written, and gives its full path. @throws ConfigError. */
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

/** A line for the operator when others on this machine may look into the directory, or undefined. */
export function openToOthers(dataDir: string): string | undefined {
  const path = resolve(dataDir)
  if ((statSync(path).mode & OTHERS) === 0) return undefined
  return `DATA_DIR: others on this machine may look into ${path}: chmod 700 ${path}`
}

/** Goes step by step: `recursive` never returns where the system refuses to make a directory, as in /proc. */
function make(path: string): void {
  if (existsSync(path)) return
  make(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
