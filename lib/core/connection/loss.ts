import { RoostError } from '../../protocol/error.ts'
import type { Clock, Random } from '../ports.ts'
import { backoffMs } from './backoff.ts'
import { type Connection, type ConnectionEvent, nextAttempt } from './connection.ts'
import { waitReason } from './wait-reason.ts'

/** Turns an error into the event for the connection: either the device has ended, or it tries again later. */
export function lossOf(error: unknown, connection: Connection, clock: Clock, random: Random): ConnectionEvent {
  const refusal = error instanceof RoostError ? error : null
  if (refusal?.code === 'revoked') return { type: 'revoked' }
  if (refusal?.code === 'unauthenticated') return { type: 'unauthenticated' }
  const attempt = nextAttempt(connection, clock.now())
  const until = clock.now() + backoffMs(attempt, random, refusal?.wire.retryAfterMs)
  return { type: 'lost', attempt, until, reason: waitReason(error) }
}
