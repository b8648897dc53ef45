import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError } from '../config/config-error.ts'

/**
 * Connections that wait to be accepted. Beyond it the system drops packets, which clients repeat only after seconds, so
 * a reconnect storm has to fit. The system has a bound of its own above this (Linux: 4,096).
 */
const BACKLOG = 4_096

/** Resolves with the port. @throws ConfigError when the server cannot listen there. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ConfigError(reason(error, port, host))))
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.removeAllListeners('error')
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function reason({ code }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `PORT: ${port} is in use already on ${host}; stop what uses it, or set another one`
  if (code === 'EACCES') return `PORT: ${port} may not be used by this user; set one above 1023`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST: ${host} is not an address of this machine`
  return `PORT, HOST: cannot listen on ${host}:${port} (${code})`
}
