import type { ErrorHandler } from 'hono'
import { errorStatus, type ProtocolError } from '../../../lib/protocol/error.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { toWire } from '../../traffic/wire-error.ts'
import type { HttpEnv } from '../env.ts'
import { setRetryAfter } from '../refuse.ts'

/** Answers every error with our status, in the shape that the programs of a door read. */
export type OnError = (shape: (error: ProtocolError) => object) => ErrorHandler<HttpEnv>

export const createOnError =
  (deps: Pick<GatewayDeps, 'log' | 'metrics'>): OnError =>
  (shape) =>
  (error, c) => {
    const wire = toWire(error, deps, c.get('requestId'))
    setRetryAfter(c, wire)
    return c.json(shape(wire), errorStatus[wire.code])
  }
