import { chmodSync, closeSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A server holds the file for a moment when it commits or ends. */
const BUSY_WAIT_MS = 10_000

/**
 * Copies a database as it is at one moment into a new file that only its owner may read. The server goes on writing to
 * `from` meanwhile, and neither waits for the other. No deleted content is in the copy.
 */
export function copyDatabase(from: string, to: string): void {
  const db = new DatabaseSync(from, { readOnly: true, timeout: BUSY_WAIT_MS })
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
  chmodSync(to, 0o600)
}

/** Makes a file and its name survive a power cut. */
export function sync(file: string): void {
  for (const path of [file, dirname(file)]) {
    const opened = openSync(path, 'r')
    fsyncSync(opened)
    closeSync(opened)
  }
}

/** Gives a finished file its name. @throws when the name has been taken meanwhile. */
export function publish(unfinished: string, file: string): void {
  sync(unfinished)
  try {
    // Unlike a rename, a link never replaces a file.
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Some media have no links.
    renameSync(unfinished, file)
  }
  sync(file)
}
