import { type ErrorCode, RoostError } from '../../protocol/error.ts'
import { StorageError, TransportError } from '../ports.ts'

/** Why a device has no connection. Screens choose their words by it. */
export type WaitReason =
  /** The server refused, with this code. */
  | ErrorCode
  | `storage_${StorageError['reason']}`
  | 'no_answer'
  /** The connection ended. */
  | 'lost'

export function waitReason(error: unknown): WaitReason {
  if (error instanceof RoostError) return error.code
  if (error instanceof StorageError) return `storage_${error.reason}`
  return error instanceof TransportError ? 'no_answer' : 'lost'
}
