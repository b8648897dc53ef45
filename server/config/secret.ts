import { readFileSync } from 'node:fs'
import { ConfigError } from './config-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads a secret from NAME, or from the file that NAME_FILE names, which keeps it out of the environment.
 * @throws ConfigError when both are given, or the file cannot be read or is empty.
 */
export function secret(env: Environment, name: string): string | undefined {
  const value = env[name] || undefined
  const file = env[`${name}_FILE`] || undefined
  if (!file) return value
  if (value) throw new ConfigError(`${name} and ${name}_FILE are both set: keep one of them`)
  const content = readSecret(file, `${name}_FILE`)
  if (!content) throw new ConfigError(`${name}_FILE: ${file} is empty`)
  return content
}

function readSecret(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ConfigError(`${name}: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`)
  }
}
