import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'

/** Reads a secret of the data directory. The first start makes it; only its owner may read it. @throws ConfigError. */
export function ownSecretFile(dataDir: string, name: string, make: () => string): { file: string; secret: string } {
  const file = join(dataDir, name)
  try {
    // `wx`: when two servers start at once, one makes it and both use it.
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new ConfigError(`DATA_DIR: cannot write ${file} (${code})`)
  }
  try {
    return { file, secret: readFileSync(file, 'utf8').trim() }
  } catch (error) {
    throw new ConfigError(`DATA_DIR: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
}
