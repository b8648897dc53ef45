import { limits } from '../../lib/protocol/limits.ts'
import type { DeviceSocket } from './types.ts'

export interface Backlog {
  /** Whether more than `limits.pushBacklogBytes` have not left this process yet. */
  isFull(): boolean
  /** Resolves when it is not full, or the connection is closed. */
  drained(): Promise<void>
  /** Resolves when everything has left this process, or the connection is closed. */
  emptied(): Promise<void>
}

/** The parts of an Engine.IO connection that we use: the library types neither its queue nor its WebSocket. */
export interface Connection {
  readyState: string
  writeBuffer: { data?: { length: number } }[]
  transport: { socket?: { bufferedAmount: number; terminate(): void } } & Emitter
}
interface Emitter {
  once(event: string, listener: () => void): void
  off(event: string, listener: () => void): void
}

/** Bytes in Engine.IO's queue and in the WebSocket. */
export function unsentBytes(connection: Connection): number {
  const queued = connection.writeBuffer.reduce((sum, packet) => sum + (packet.data?.length ?? 0), 0)
  return queued + (connection.transport.socket?.bufferedAmount ?? 0)
}

/** Measures how much a slow reader has yet to take. */
export function createBacklog(socket: DeviceSocket): Backlog {
  const connection = socket.conn as unknown as Connection & Emitter

  const holds = (bytes: number) => connection.readyState === 'open' && unsentBytes(connection) > bytes
  const isFull = () => holds(limits.pushBacklogBytes)

  async function belowOrClosed(bytes: number) {
    // The transport is ready once all its data is written. By then Engine.IO's queue may have filled it again.
    while (holds(bytes)) await nextOf([connection.transport, 'ready'], [connection, 'close'])
  }

  return {
    isFull,
    drained: () => belowOrClosed(limits.pushBacklogBytes),
    emptied: () => belowOrClosed(0),
  }
}

function nextOf(...sources: [Emitter, string][]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const [emitter, event] of sources) emitter.off(event, done)
      resolve()
    }
    for (const [emitter, event] of sources) emitter.once(event, done)
  })
}
