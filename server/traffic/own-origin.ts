import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { namesThisMachine } from './host.ts'

export type ComesFrom = Pick<IncomingMessage, 'headers'> & { socket: object }

/** The origins of our own pages. */
export interface OwnOrigins {
  /** The one that people use first. */
  main: string
  has(origin: string, request: ComesFrom): boolean
}

/**
 * With BASE_URL one origin. Without it also the one that the request itself has called, when it is a name of this machine:
 * a page elsewhere has another origin, and cannot lead a browser here under such a name.
 */
export function createOwnOrigins(fixed: readonly string[], baseUrl: string | undefined): OwnOrigins {
  return {
    main: fixed[0] ?? '',
    has: (origin, request) => fixed.includes(origin) || (baseUrl === undefined && origin === calledOrigin(request)),
  }
}

/** Undefined when the request calls no name of this machine. */
export function calledOrigin(request: ComesFrom): string | undefined {
  const { host } = request.headers
  if (host === undefined || !namesThisMachine(host)) return undefined
  return `${isEncrypted(request) ? 'https' : 'http'}://${host.toLowerCase()}`
}

/** The connection has TLS that ends here. */
export const isEncrypted = ({ socket }: Pick<ComesFrom, 'socket'>) => (socket as Partial<TLSSocket>).encrypted === true
