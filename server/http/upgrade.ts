import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { SOCKET_PATH } from '../../lib/protocol/events.ts'

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Socket.IO handles its own path; `pages` gets the upgrades of the development server; all others are refused. */
export function routeUpgrades(server: Server, pages: Upgrade | undefined): void {
  server.on('upgrade', (request, socket, head) => {
    const url = request.url ?? ''
    if (url.startsWith(`${SOCKET_PATH}/`)) return
    if (pages && url.startsWith('/_next/')) return pages(request, socket, head)
    socket.on('error', () => {})
    socket.destroy()
  })
}
