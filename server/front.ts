import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setSecurityHeaders } from './gateway/security-headers.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Front {
  server: Server
  /** Until this is called every request is told to come back. */
  open(handlers: { wire: Handler; pages: Handler }): void
  /** Accepts nothing more. Resolves when all connections are gone; those that are idle go at once. */
  close(): Promise<void>
}

const wirePaths = /^\/(v1|api|healthz|readyz|metrics)(?=[/?]|$)/

/** The one HTTP server of the process: the wire goes to our own gateway, everything else to the pages. */
export function createFront(): Front {
  let handlers: { wire: Handler; pages: Handler } = { wire: notYet, pages: notYet }
  let closing = false

  const server = createServer((request, response) => {
    setSecurityHeaders(response)
    if (closing) response.setHeader('Connection', 'close')
    response.once('close', () => closing && server.closeIdleConnections())
    const handle = wirePaths.test(request.url ?? '') ? handlers.wire : handlers.pages
    handle(request, response)
  })

  return {
    server,
    open(opened) {
      handlers = opened
    },
    close() {
      closing = true
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const notYet: Handler = (_request, response) => {
  const error = { code: 'unavailable', message: 'the server is starting; come back in a moment', retryAfterMs: 1_000 }
  response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '1' }).end(JSON.stringify({ error }))
}
