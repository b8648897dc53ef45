import { resolve } from 'node:path'
import { readConfig } from '../config/config.ts'

/** Runs an operator's command. A failure prints one line and exits with code 1. */
export async function command(run: (dataDir: string, args: readonly string[]) => void | Promise<void>): Promise<void> {
  // No other user of this machine may read the files.
  process.umask(0o077)
  // The reader, such as `head`, has closed the pipe.
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

/** @throws Error with the alternative, when the data is in PostgreSQL and not in the data directory. */
export function requireDataDir(instead: string): void {
  if (readConfig(process.env).databaseUrl === undefined) return
  throw new Error(`DATABASE_URL is set: everything is in PostgreSQL. ${instead} (docs/operations.md)`)
}

/** Resolves a path from the operator's folder: npm runs scripts in the project's folder, wherever it was called. */
export const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
