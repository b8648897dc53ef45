import { StorageError } from '../core/ports.ts'

/**
 * How a browser says that a connection is gone, often without the event for it. A transaction without a reason of its
 * own (tx.error) aborted because its connection closed. iOS says UnknownError when it has ended the process that keeps
 * the databases.
 */
const signsOfLoss = ['AbortError', 'InvalidStateError', 'NotFoundError', 'UnknownError']

/** Turns an error of IndexedDB into one that the device understands. Errors of our own pass through. */
export function toStorageError(error: unknown, closed = false): unknown {
  if (error instanceof StorageError || !(error instanceof DOMException)) return error
  const options = { cause: error }
  if (error.name === 'QuotaExceededError') return new StorageError('quota', options)
  if (error.name === 'VersionError') return new StorageError('outdated', options)
  if (closed || signsOfLoss.includes(error.name)) {
    return new StorageError('closed', options)
  }
  return new StorageError('failed', options)
}

export function closedError(): StorageError {
  return new StorageError('closed')
}

/** Whether the browser denies this page IndexedDB altogether (a private window, storage switched off). */
export function isDenied(error: unknown): boolean {
  if (typeof indexedDB === 'undefined') return true
  const cause = error instanceof StorageError ? error.cause : error
  return cause instanceof DOMException && (cause.name === 'SecurityError' || cause.name === 'InvalidStateError')
}
