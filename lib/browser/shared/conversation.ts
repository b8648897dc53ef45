import type { CatchUpProgress, Level } from '../../core/inbox/catch-up.ts'
import { StorageError, TransportError } from '../../core/ports.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { type ProtocolError, RoostError } from '../../protocol/error.ts'

/**
 * A page's requests to the worker. With `catchUp` comes a MessagePort: the worker answers on it, and the page may
 * cancel.
 */
export type Request =
  | { type: 'catchUp'; deviceId: string }
  /** The page's last message before it closes. */
  | { type: 'leaving'; deviceId: string }

export type Answer =
  /** The worker answers every request with one of these at once, which shows that it is alive. */
  | { type: 'progress'; progress: CatchUpProgress | null }
  | { type: 'level'; level: Level }
  | { type: 'failed'; failure: Failure }

/** The page's messages on the port. The worker answers `areYouThere` with `progress`. */
export type PortRequest = { type: 'cancel' } | { type: 'areYouThere' }

/** An error, in a form that survives postMessage. */
export type Failure =
  | { kind: 'refused'; error: ProtocolError }
  | { kind: 'storage'; reason: StorageError['reason']; message: string }
  | { kind: 'transport'; message: string }

export function toFailure(error: unknown): Failure {
  if (error instanceof RoostError) return { kind: 'refused', error: error.wire }
  if (error instanceof StorageError) return { kind: 'storage', reason: error.reason, message: error.message }
  return { kind: 'transport', message: error instanceof Error ? error.message : String(error) }
}

export function fromFailure(failure: Failure): Error {
  if (failure.kind === 'refused') return RoostError.from(failure.error)
  if (failure.kind === 'storage') return new StorageError(failure.reason)
  return new TransportError('no_answer', { cause: failure.message })
}

/** The tag for Background Sync and Periodic Sync, which bring every device of this browser in step. */
export const syncTag = ({ namespace }: RoostOptions) => namespace
