import type { Server } from 'node:http'
import { addressOf } from './address.ts'
import { createSlotsPerKey } from './slots-per-key.ts'

/** Far more than the devices of a household or an office, far fewer than file descriptors. */
export const CONNECTIONS_PER_ADDRESS = 2_000

/**
 * Limits the connections of one address. Behind a proxy they all come from the proxy, which has to count them itself.
 */
export function limitConnections(server: Server, trustProxy: number, max = CONNECTIONS_PER_ADDRESS): void {
  if (trustProxy > 0) return
  const slots = createSlotsPerKey(max)
  server.on('connection', (socket) => {
    const release = slots.take(addressOf({ socket, headers: {} }, 0))
    if (release) socket.once('close', release)
    else socket.destroy()
  })
}
