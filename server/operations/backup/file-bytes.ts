import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathIn } from '../../files/directory-bytes.ts'
import { sync } from './copy.ts'

const READ_BYTES = 1024 * 1024

/** The bytes of files lie beside a backup of the database that knows them. */
export const filesBeside = (file: string) => `${file}.files`

interface Whole {
  fileId: string
  sha256: string
}

/**
 * Copies the bytes of all complete files that this copy of a database knows. The server goes on meanwhile: a file that it has
 * removed since leaves the copy, too. The copy has no byte of an unfinished upload.
 */
export function saveFiles(db: DatabaseSync, from: string, to: string): void {
  const forget = db.prepare('DELETE FROM file WHERE file_id = ?')
  for (const { fileId } of wholeFiles(db)) if (!put(pathIn(from, fileId), pathIn(to, fileId))) forget.run(fileId)
  db.exec('UPDATE file SET received = 0 WHERE sha256 IS NULL')
}

/**
 * Brings the bytes of all files that a restored database knows, unless they are there. A file without bytes waits for them
 * again, so that a device which has them gives them back. Returns how many do.
 */
export function bringFiles(db: DatabaseSync, from: string, to: string, now: Date): number {
  const wait = db.prepare('UPDATE file SET received = 0, sha256 = NULL, created_at = ? WHERE file_id = ?')
  let waiting = 0
  for (const { fileId, sha256 } of wholeFiles(db)) {
    const [there, here] = [pathIn(from, fileId), pathIn(to, fileId)]
    if (hashOf(here) === sha256) continue
    if (hashOf(there) === sha256) {
      rmSync(here, { force: true })
      put(there, here)
    } else {
      wait.run(now.getTime(), fileId)
      waiting += 1
    }
  }
  db.exec('UPDATE file SET received = 0 WHERE sha256 IS NULL')
  return waiting
}

/** Keeps all bytes under a second name, for a database that is set aside. */
export function keepFiles(from: string, to: string): void {
  if (!existsSync(from)) return
  for (const folder of readdirSync(from)) {
    for (const fileId of readdirSync(join(from, folder))) put(join(from, folder, fileId), join(to, folder, fileId))
  }
}

const wholeFiles = (db: DatabaseSync) =>
  db.prepare('SELECT file_id AS fileId, sha256 FROM file WHERE sha256 IS NOT NULL').all() as unknown as Whole[]

/** A complete file never changes, so a second name is as good as a copy, where the medium has one. */
function put(from: string, to: string): boolean {
  if (!existsSync(from)) return false
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  try {
    linkSync(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    copyFileSync(from, to)
  }
  sync(to)
  return true
}

function hashOf(path: string): string | null {
  if (!existsSync(path)) return null
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  const file = openSync(path, 'r')
  try {
    for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer)) hash.update(buffer.subarray(0, n))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
