import { resolve } from 'node:path'
import { readConfig } from '../config/config.ts'

/** Runs what an operator has asked for; a failure is one line and exit code 1. */
export async function command(run: (dataDir: string, args: readonly string[]) => void | Promise<void>): Promise<void> {
  // What is written here is nobody else's on this machine.
  process.umask(0o077)
  // Whoever reads has seen enough, such as `head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    await run(resolve(readConfig(process.env).dataDir), process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** @throws Error that says what to do instead, when everything is in PostgreSQL and not in the data directory. */
export function requireDataDir(instead: string): void {
  if (readConfig(process.env).databaseUrl === undefined) return
  throw new Error(`DATABASE_URL is set: everything is in PostgreSQL. ${instead} (docs/operations.md)`)
}

/** A path as the operator typed it: npm runs scripts in the project's folder, wherever it was called. */
export const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
