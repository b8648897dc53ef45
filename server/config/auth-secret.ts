import { randomBytes } from 'node:crypto'
import { ConfigError } from './config-error.ts'
import { ownSecretFile } from './own-secret-file.ts'

/** Gives the secret that signs sessions. The first start makes it. @throws ConfigError. */
export function ownAuthSecret(dataDir: string): string {
  const { file, secret } = ownSecretFile(dataDir, 'auth-secret', () => randomBytes(32).toString('base64url'))
  if (secret.length >= 32) return secret
  throw new ConfigError(`DATA_DIR: ${file} is damaged; delete it to have a new one made (everybody signs in again)`)
}
