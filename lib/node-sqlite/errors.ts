import { StorageError } from '../core/ports.ts'

/** Result codes of SQLite: https://www.sqlite.org/rescode.html */
const BUSY = 5
const FULL = 13

/** Turns an error of SQLite into one that the device understands. Errors of our own pass through. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error
  const options = { cause: error }
  const { code, errcode } = error as { code?: unknown; errcode?: number }
  if (errcode !== undefined) {
    // Extended codes carry the primary one in their low byte.
    const primary = errcode & 0xff
    if (primary === FULL) return new StorageError('quota', options)
    if (primary === BUSY) return lockedError(options)
    return new StorageError('failed', options)
  }
  if (code === 'ERR_INVALID_STATE') return closedError()
  // The file system refused: the directory is missing, read-only or full.
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageError('quota', options)
  return error instanceof Error && 'syscall' in error ? new StorageError('failed', options) : error
}

export const lockedError = (options?: ErrorOptions) => new StorageError('blocked', options)

export const closedError = () => new StorageError('closed')
