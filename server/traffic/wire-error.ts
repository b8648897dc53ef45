import { type ProtocolError, RoostError } from '../../lib/protocol/error.ts'
import type { GatewayDeps } from './gateway-deps.ts'

const internal: ProtocolError = { code: 'internal', message: 'the server could not do this; try again' }

/**
 * The error that the client gets. Only a refusal of ours carries its message; any other error becomes `internal` and is
 * logged.
 */
export function toWire(
  error: unknown,
  { log, metrics }: Pick<GatewayDeps, 'log' | 'metrics'>,
  requestId?: string,
): ProtocolError {
  const wire = error instanceof RoostError ? error.wire : internal
  metrics.refused(wire.code)
  if (wire === internal) log.error({ requestId, err: error }, 'a call failed')
  return wire
}
