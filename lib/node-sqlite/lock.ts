import { DatabaseSync } from 'node:sqlite'
import { toStorageError } from './errors.ts'

/**
 * Locks `file` for this process until the answer is called or the process ends. The operating system holds the lock
 * (through SQLite, on an empty file), so a kill or a power cut leaves none behind and a reused process id means nothing.
 *
 * The file stays: if it were deleted, one process could lock the old file and another one the new.
 * @throws StorageError `blocked` when another process, or another handle in this one, has it.
 */
export function lockFile(file: string): () => void {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: 0 })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw toStorageError(error)
  }
  const held = db
  return () => {
    if (held.isOpen) held.close()
  }
}
