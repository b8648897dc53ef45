import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { refuseHost } from '../traffic/host.ts'
import type { SetSecurityHeaders } from './security-headers.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Handlers {
  wire: Handler
  pages: Handler
  /** The Content-Security-Policy of the pages; without one they get that of the wire. */
  pagesPolicy?: string | undefined
  /** These get 403, and none of them becomes a live connection. */
  refusesHost?: ((request: IncomingMessage) => boolean) | undefined
}

export interface HttpServer {
  server: Server
  /** Until this is called every request is told to come back. */
  open(handlers: Handlers): void
  /** Whoever is answered from now on ends the connection, and none becomes a live one: the next is for another node. */
  refuseUpgrades(): void
  /** Accepts nothing more. Resolves when all connections are gone; those that are idle go at once. */
  close(): Promise<void>
}

/**
 * Nobody holds a connection by saying nothing, or one byte a minute. The whole of a request of 8 MiB comes in time over
 * a line of 600 kbit/s. In ms.
 */
const patience = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  /** Neither reads nor writes: gone from behind, or only there to be waited for. Live connections have heartbeats instead. */
  stalled: 30_000,
}

const wirePaths = /^\/(v1|api|healthz|readyz|metrics)(?=[/?]|$)/

/** The one HTTP server of the process: the wire goes to our own gateway, everything else to the pages. */
export function createHttpServer(
  setSecurityHeaders: SetSecurityHeaders,
  { stalled, ...timeouts }: typeof patience = patience,
): HttpServer {
  let handlers: Handlers = { wire: notYet, pages: notYet }
  let closing = false

  // A request that is not upgraded comes as an ordinary one, and is refused as such.
  const shouldUpgradeCallback = (request: IncomingMessage) => !handlers.refusesHost?.(request)
  const server = createServer({ ...timeouts, shouldUpgradeCallback }, (request, response) => {
    const isWire = wirePaths.test(request.url ?? '')
    setSecurityHeaders(response, isWire ? undefined : handlers.pagesPolicy)
    if (closing) response.setHeader('Connection', 'close')
    response.once('close', () => closing && server.closeIdleConnections())
    if (handlers.refusesHost?.(request)) return refuseHost(response, isWire)
    const handle = isWire ? handlers.wire : handlers.pages
    handle(request, response)
  })

  server.setTimeout(stalled)

  return {
    server,
    open(opened) {
      handlers = opened
    },
    refuseUpgrades() {
      closing = true
      server.removeAllListeners('upgrade')
      server.on('upgrade', (_request, socket) => {
        socket.on('error', () => {})
        socket.end(TRY_ANOTHER_NODE)
      })
    },
    close() {
      closing = true
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A balancer then asks another node; a device comes back. */
const TRY_ANOTHER_NODE =
  'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n'

const notYet: Handler = (_request, response) => {
  const error = { code: 'unavailable', message: 'the server is starting; come back in a moment', retryAfterMs: 1_000 }
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' }).end(JSON.stringify({ error }))
}
