import { chmodSync, closeSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A server that commits, or ends, holds the file for a moment. */
const BUSY_WAIT_MS = 10_000

/**
 * The whole of a database as it is at one moment, in a new file that only its owner may read. The server may go on writing
 * to `from` meanwhile: it neither waits nor is waited for. Nothing of what was deleted is in the copy.
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

/** Makes a file, and the name that it got, survive a power cut. */
export function sync(file: string): void {
  for (const path of [file, dirname(file)]) {
    const opened = openSync(path, 'r')
    fsyncSync(opened)
    closeSync(opened)
  }
}

/** Gives a finished file its name, which nobody may have taken meanwhile. */
export function publish(unfinished: string, file: string): void {
  sync(unfinished)
  try {
    // Unlike a rename, this never replaces what is there.
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // A medium that knows no links.
    renameSync(unfinished, file)
  }
  sync(file)
}
