import { type ErrorCode, RoostError } from '../../protocol/error.ts'
import { StorageError, TransportError } from '../ports.ts'

/** Why the connection is not there, for screens to choose their words by. */
export type WaitReason =
  /** The server refused, and said why. */
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
