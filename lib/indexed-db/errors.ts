import { CacheError } from '../core/ports.ts'

const CLOSED = 'The storage of this device was closed or removed by the browser. Reload the page.'

/** What IndexedDB says, as what it means for the device. Errors of our own pass through. */
export function toCacheError(error: unknown, closed = false): unknown {
  if (error instanceof CacheError || !(error instanceof DOMException)) return error
  const options = { cause: error }
  if (error.name === 'QuotaExceededError') {
    return new CacheError('quota', 'The browser has no room left for the messages of this device.', options)
  }
  if (error.name === 'VersionError') {
    return new CacheError('closed', 'A newer version of Roost has been used in this browser. Reload the page.', options)
  }
  // A transaction that aborts without a reason of its own (tx.error) was aborted with its connection.
  if (closed || ['AbortError', 'InvalidStateError', 'NotFoundError'].includes(error.name)) {
    return new CacheError('closed', CLOSED, options)
  }
  return new CacheError('failed', `The browser could not use the storage of this device: ${error.message}`, options)
}

export function closedError(): CacheError {
  return new CacheError('closed', CLOSED)
}

/** Whether the browser keeps IndexedDB from this page altogether (a private window, storage switched off). */
export function isDenied(error: unknown): boolean {
  if (typeof indexedDB === 'undefined') return true
  const cause = error instanceof CacheError ? error.cause : error
  return cause instanceof DOMException && (cause.name === 'SecurityError' || cause.name === 'InvalidStateError')
}
