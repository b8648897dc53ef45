import { EventEmitter } from 'node:events'
import { toJson } from '../../../server/core/messages/raw-json.ts'
import type { Caller } from '../../../server/core/mother.ts'
import type { DeviceSocket } from '../../../server/live/types.ts'
import { createInFlight } from '../../../server/traffic/in-flight.ts'

export interface ServerSocketDeps {
  id: string
  caller: Caller
  emit: (event: string, payload: unknown) => void
  unsent: () => number
  /** The server has ended the connection. */
  ended: () => void
}

export interface ServerSocket {
  socket: DeviceSocket
  /** A request has come in. */
  receive(event: string, payload: unknown, reply: (answer: object) => void): void
  /** The connection is gone, and the server hears of it. */
  disconnect(): void
  drained(): void
}

/** Gives the gateway a connection in the shape of a Socket.IO socket. */
export function createServerSocket({ id, caller, emit, unsent, ended }: ServerSocketDeps): ServerSocket {
  const events = new EventEmitter()
  const any: ((...args: unknown[]) => void)[] = []
  const transport = Object.assign(new EventEmitter(), {
    socket: {
      get bufferedAmount() {
        return unsent()
      },
    },
  })
  const conn = Object.assign(new EventEmitter(), {
    readyState: 'open',
    writeBuffer: [],
    transport,
    close: () => end(true),
  })
  const socket = {
    id,
    data: { caller, inFlight: createInFlight() },
    connected: true,
    conn,
    on: (event: string, run: (...args: unknown[]) => void) => void events.on(event, run),
    onAny: (run: (...args: unknown[]) => void) => void any.push(run),
    emit: (event: string, payload: unknown) => socket.connected && emit(event, asSent(payload)),
    disconnect: () => end(true),
  }

  function end(byMother: boolean): void {
    if (!socket.connected) return
    socket.connected = false
    conn.readyState = 'closed'
    conn.emit('close')
    events.emit('disconnect')
    if (byMother) ended()
  }

  return {
    socket: socket as unknown as DeviceSocket,
    receive: (event, payload, reply) => {
      if (socket.connected)
        for (const run of any) run(event, payload, (answer: object) => reply(asSent(answer) as object))
    },
    disconnect: () => end(false),
    drained: () => void transport.emit('ready'),
  }
}

/** The value as the other side parses it. */
const asSent = (value: unknown): unknown => JSON.parse(toJson(value))
