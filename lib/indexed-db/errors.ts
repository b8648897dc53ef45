import { StorageError } from '../core/ports.ts'

const CLOSED = 'The storage of this device was closed or removed by the browser. Reload the page.'

/** Turns an error of IndexedDB into one that the device understands. Errors of our own pass through. */
export function toStorageError(error: unknown, closed = false): unknown {
  if (error instanceof StorageError || !(error instanceof DOMException)) return error
  const options = { cause: error }
  if (error.name === 'QuotaExceededError') {
    return new StorageError('quota', 'The browser has no room left for the messages of this device.', options)
  }
  if (error.name === 'VersionError') {
    return new StorageError(
      'closed',
      'A newer version of Roost has been used in this browser. Reload the page.',
      options,
    )
  }
  // A transaction without a reason of its own (tx.error) aborted because its connection closed.
  if (closed || ['AbortError', 'InvalidStateError', 'NotFoundError'].includes(error.name)) {
    return new StorageError('closed', CLOSED, options)
  }
  return new StorageError('failed', `The browser could not use the storage of this device: ${error.message}`, options)
}

export function closedError(): StorageError {
  return new StorageError('closed', CLOSED)
}

/** Whether the browser denies this page IndexedDB altogether (a private window, storage switched off). */
export function isDenied(error: unknown): boolean {
  if (typeof indexedDB === 'undefined') return true
  const cause = error instanceof StorageError ? error.cause : error
  return cause instanceof DOMException && (cause.name === 'SecurityError' || cause.name === 'InvalidStateError')
}
