import { type ProtocolError, RoostError } from '../../lib/protocol/error.ts'
import type { Log } from '../log.ts'

/** What the other side is told of a failure. Only our own refusals carry words; everything else is `internal`, and logged. */
export function toWire(error: unknown, log: Log): ProtocolError {
  if (error instanceof RoostError) return error.wire
  log.error({ err: error }, 'a call failed')
  return { code: 'internal', message: 'the server could not do this; try again' }
}
