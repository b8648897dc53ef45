import type { Connection } from './backlog.ts'

/** The TCP socket below a WebSocket, which the library does not type. */
interface Wire {
  writableCorked: number
  cork(): void
  uncork(): void
}
export interface BatchedConnection extends Connection {
  on(event: 'flush', listener: () => void): void
}

type Below = { _socket?: Wire } | undefined

/**
 * Sends all packets of one turn of the event loop in one write. A commit answers many sends at once, and a system call
 * for each would cost more than the answers.
 */
export function batchWrites(connection: BatchedConnection): void {
  connection.on('flush', () => {
    const wire = (connection.transport.socket as Below)?._socket
    if (!wire || wire.writableCorked > 0) return
    wire.cork()
    process.nextTick(() => wire.uncork())
  })
}
