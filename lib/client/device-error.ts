import { StorageError, TransportError } from '../core/ports.ts'
import { type ErrorCode, RoostError } from '../protocol/error.ts'

/**
 * Why a call of the library failed.
 *
 * From the server: `unauthenticated` and `revoked` (this device is no device any more), `forbidden`, `not_found` (a wrong or
 * used code), `invalid_request`, `payload_too_large`, `unknown_receiver`, `conflict`, `rate_limited`, `unavailable` and others
 * that a later server may add.
 *
 * From this side: `no_answer` (no network, or the server is down), `blocked` (another process has this device open), `storage`
 * (the disk is full or broken), `closed` (the device was closed here), `not_paired` (no device is stored here, and there was no
 * code), `busy` (another loop of that name runs).
 */
export type DeviceErrorCode =
  | 'unauthenticated'
  | 'revoked'
  | 'forbidden'
  | 'not_found'
  | 'invalid_request'
  | 'payload_too_large'
  | 'unknown_receiver'
  | 'conflict'
  | 'incomplete'
  | 'quota_exceeded'
  | 'cursor_expired'
  | 'history_forked'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'
  | 'no_answer'
  | 'blocked'
  | 'storage'
  | 'closed'
  | 'not_paired'
  | 'busy'

/** Every error that the library throws. Decide by its `code`; the message is for developers. */
export class DeviceError extends Error {
  readonly code: DeviceErrorCode
  constructor(code: DeviceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DeviceError'
    this.code = code
  }
}

export function toDeviceError(error: unknown): DeviceError {
  if (error instanceof DeviceError) return error
  const options = { cause: error }
  if (error instanceof RoostError) return new DeviceError(error.code satisfies ErrorCode, error.message, options)
  if (error instanceof TransportError) return new DeviceError('no_answer', 'The server did not answer.', options)
  if (error instanceof StorageError && error.reason === 'blocked') {
    return new DeviceError('blocked', 'Another process has this device open.', options)
  }
  if (error instanceof StorageError && error.reason === 'closed') return closedError()
  return new DeviceError(
    'storage',
    `The device cannot store: ${error instanceof Error ? error.message : error}`,
    options,
  )
}

export const closedError = () => new DeviceError('closed', 'The device is closed.')
