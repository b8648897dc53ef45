import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { ConfigError } from '../config/config-error.ts'
import type { Certificate } from './certificate.ts'

/** The first byte of every TLS connection; no HTTP method begins with it. */
const TLS = 0x16
const SILENT_MS = 15_000

export interface Door {
  port: number
  use(certificate: Certificate): void
  close(): Promise<void>
}

/**
 * Listens on every address, and gives the connections to `server`: plain ones and those with TLS on one port, so that an
 * address differs by its scheme only, and one port in a firewall is enough. @throws ConfigError.
 */
export async function openDoor(server: HttpServer, port: number, certificate: Certificate): Promise<Door> {
  const give = (socket: Socket) => void server.emit('connection', socket)
  const tls = createTlsServer({ ...certificate, ALPNProtocols: ['http/1.1'], handshakeTimeout: SILENT_MS }, give)
  tls.on('tlsClientError', (_error, socket) => socket.destroy())
  const open = new Set<Socket>()

  const door = createNetServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.setTimeout(SILENT_MS, () => socket.destroy())
    socket.once('data', (first) => {
      socket.pause()
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      socket.unshift(first)
      if (first[0] === TLS) tls.emit('connection', socket)
      else give(socket)
      process.nextTick(() => socket.resume())
    })
  })
  await new Promise<void>((resolve, reject) => {
    door.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new ConfigError(`--lan: port ${port} cannot be used (${code}); stop what uses it, or set another PORT`)),
    )
    door.listen({ port }, resolve)
  })
  return {
    port: (door.address() as AddressInfo).port,
    use: (it) => tls.setSecureContext(it),
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
