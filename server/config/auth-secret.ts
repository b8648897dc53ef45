import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.ts'

/** Gives the secret that signs sessions. The first start makes it; only its owner may read it. @throws ConfigError. */
export function ownAuthSecret(dataDir: string): string {
  const file = join(dataDir, 'auth-secret')
  try {
    // `wx`: when two servers start at once, one makes it and both use it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new ConfigError(`DATA_DIR: cannot write ${file} (${code})`)
  }
  return readSecretFile(file)
}

function readSecretFile(file: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    throw new ConfigError(`DATA_DIR: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
  throw new ConfigError(`DATA_DIR: ${file} is damaged; delete it to have a new one made (everybody signs in again)`)
}
