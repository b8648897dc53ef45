import { RoostError } from '../../lib/protocol/error.ts'
import { requestIdOf } from '../core/request-id.ts'
import { addressOf } from '../traffic/address.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { createInFlight } from '../traffic/in-flight.ts'
import type { Throttle } from '../traffic/throttle.ts'
import { toWire } from '../traffic/wire-error.ts'
import type { DeviceSocket } from './types.ts'

/** Admits a device by its token, or fails its handshake with an error whose `data` is a ProtocolError. */
export function createHandshake(deps: GatewayDeps, throttle: Throttle) {
  const { authenticate, calls, rateLimits, ownOrigins, otherOrigins, trustProxy } = deps

  async function letIn(socket: DeviceSocket) {
    const { headers, auth } = socket.handshake
    socket.data.requestId = requestIdOf(socket.request.headers, trustProxy)
    const { origin } = headers
    if (origin !== undefined && !otherOrigins.includes(origin) && !ownOrigins.has(origin, socket.request)) {
      throw new RoostError('forbidden', 'this page may not connect: open Roost at its own address')
    }
    const token: unknown = auth.token
    const address = addressOf(socket.request, trustProxy)
    const caller = await authenticate(typeof token === 'string' ? token : undefined, address)
    await rateLimits.call(caller.deviceId)
    socket.data.caller = caller
    socket.data.inFlight = createInFlight()
  }

  return async (socket: DeviceSocket, next: (error?: Error) => void) => {
    try {
      await throttle()
      await calls.run(() => letIn(socket))
      next()
    } catch (error) {
      const wire = toWire(error, deps, socket.data.requestId)
      next(Object.assign(new Error(wire.message), { data: wire }))
    }
  }
}
