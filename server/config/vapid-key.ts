import { createECDH, randomBytes } from 'node:crypto'
import { ConfigError } from './config-error.ts'
import { ownSecretFile } from './own-secret-file.ts'

/** A private key of the curve P-256: nearly every 32 bytes are one. */
export function isVapidKey(key: string): boolean {
  const bytes = Buffer.from(key, 'base64url')
  if (bytes.length !== 32) return false
  try {
    createECDH('prime256v1').setPrivateKey(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Gives the key by which push services know this server. The first start makes it. With another one the devices have to
 * subscribe again. @throws ConfigError.
 */
export function ownVapidKey(dataDir: string): string {
  const { file, secret } = ownSecretFile(dataDir, 'vapid-key', () => randomBytes(32).toString('base64url'))
  if (isVapidKey(secret)) return secret
  throw new ConfigError(`DATA_DIR: ${file} is damaged; delete it to have a new one made (devices subscribe again)`)
}
