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
    if (primary === FULL) return new StorageError('quota', 'The disk has no room left for this device.', options)
    if (primary === BUSY) return lockedError(options)
    return new StorageError('failed', `The storage of this device failed: ${error.message}`, options)
  }
  if (code === 'ERR_INVALID_STATE') return closedError()
  // The file system refused: the directory is missing, read-only or full.
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageError('quota', error.message, options)
  return error instanceof Error && 'syscall' in error ? new StorageError('failed', error.message, options) : error
}

export const lockedError = (options?: ErrorOptions) =>
  new StorageError('blocked', 'Another process has the storage of this device open.', options)

export const closedError = () => new StorageError('closed', 'The storage of this device was closed.')
