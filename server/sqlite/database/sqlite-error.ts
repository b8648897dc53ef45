import { RoostError } from '../../../lib/protocol/error.ts'

/** Primary result codes, https://sqlite.org/rescode.html */
const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const unable: Record<number, string> = {
  [BUSY]: 'The store is busy',
  [LOCKED]: 'The store is busy',
  8: 'The store cannot be written',
  10: 'The disk of the server reports an error',
  13: 'The disk of the server is full',
  14: 'The store cannot be opened',
}

/** Devices retry after this time while the store cannot write. */
const RETRY_AFTER_MS = 5_000

function resultCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  // The low byte of an extended code is the primary one.
  return typeof code === 'number' ? code & 0xff : undefined
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error)
  return code === BUSY || code === LOCKED
}

const FOREIGN_KEY = 787

/** A row names another one that is gone. */
export const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === FOREIGN_KEY

/** SQLite met a page that makes no sense, whichever statement came upon it. */
export const isCorrupt = (error: unknown): boolean => resultCode(error) === CORRUPT

/** A failure that may pass becomes `unavailable`; any other error passes through unchanged. */
export function toRefusal(error: unknown): unknown {
  const reason = unable[resultCode(error) ?? 0]
  if (!reason) return error
  const refusal = new RoostError('unavailable', `${reason}; nothing was stored`, { retryAfterMs: RETRY_AFTER_MS })
  refusal.cause = error
  return refusal
}
