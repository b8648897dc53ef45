import type { Server } from 'node:http'
import { addressOf } from './address.ts'
import { createSlotsPerKey } from './slots-per-key.ts'

/** Far more than the devices of a household or an office, far fewer than file descriptors. */
export const CONNECTIONS_PER_ADDRESS = 2_000

/** No address holds more connections than that. Behind a proxy all come from one: there it is for the proxy to count. */
export function limitConnections(server: Server, trustProxy: number, max = CONNECTIONS_PER_ADDRESS): void {
  if (trustProxy > 0) return
  const slots = createSlotsPerKey(max)
  server.on('connection', (socket) => {
    const release = slots.take(addressOf({ socket, headers: {} }, 0))
    if (release) socket.once('close', release)
    else socket.destroy()
  })
}
