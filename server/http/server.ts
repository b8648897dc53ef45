import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { refuseHost } from '../traffic/host.ts'
import type { SetSecurityHeaders } from './security-headers.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Handlers {
  wire: Handler
  pages: Handler
  /** The Content-Security-Policy of the pages; default: that of the wire. */
  pagesPolicy?: ((request: IncomingMessage) => string) | undefined
  /** These get 403, and none of them becomes a live connection. */
  refusesHost?: ((request: IncomingMessage) => boolean) | undefined
}

export interface HttpServer {
  server: Server
  /** Before this call the server tells every request to come back later. */
  open(handlers: Handlers): void
  /**
   * From now on every response closes its connection, and WebSockets are refused, so that clients go to another node.
   */
  refuseUpgrades(): void
  /** Accepts nothing more and closes idle connections. Resolves when all connections are gone. */
  close(): Promise<void>
}

/**
 * Timeouts in ms, so that no client holds a connection by silence or by sending one byte a minute. A request of 8 MiB
 * still fits, over a line of 600 kbit/s.
 */
const patience = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  /** Closes a connection that neither reads nor writes. Live connections have heartbeats instead. */
  stalled: 30_000,
}

const wirePaths = /^\/(v1|api|healthz|readyz|metrics|message|ntfy)(?=[/?]|$)/

/** A text may also be sent to the address that people know. Pages are only read. */
const isOfTheWire = ({ method, url = '' }: IncomingMessage) =>
  wirePaths.test(url) || (method === 'POST' && /^\/(?=\?|$)/.test(url))

/** Apprise and others take an address without a path. They publish to a topic straight after the host. */
const isTopic = ({ method = '', url = '' }: IncomingMessage) =>
  ['POST', 'PUT'].includes(method) && /^\/[A-Za-z0-9][-\w]{0,63}(?=\?|$)/.test(url) && !wirePaths.test(url)

/** The HTTP server of the process. It passes the wire to our own gateway and everything else to the pages. */
export function createHttpServer(
  setSecurityHeaders: SetSecurityHeaders,
  { stalled, ...timeouts }: typeof patience = patience,
): HttpServer {
  let handlers: Handlers = { wire: notYet, pages: notYet }
  let closing = false

  // A request that is not upgraded comes as an ordinary one, and is refused as such.
  const shouldUpgradeCallback = (request: IncomingMessage) => !handlers.refusesHost?.(request)
  const server = createServer({ ...timeouts, shouldUpgradeCallback }, (request, response) => {
    if (isTopic(request)) request.url = `/ntfy${request.url}`
    const isWire = isOfTheWire(request)
    setSecurityHeaders(response, isWire ? undefined : handlers.pagesPolicy?.(request))
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

/** A balancer then tries another node; a device reconnects. */
const TRY_ANOTHER_NODE =
  'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n'

const notYet: Handler = (_request, response) => {
  const error = { code: 'unavailable', message: 'the server is starting; come back in a moment', retryAfterMs: 1_000 }
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' }).end(JSON.stringify({ error }))
}
