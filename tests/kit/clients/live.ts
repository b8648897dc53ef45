import { io, type Socket } from 'socket.io-client'
import type { Batch } from '../../../lib/protocol/batch.ts'
import type { DeviceInfo, Hello } from '../../../lib/protocol/device.ts'
import type { ProtocolError } from '../../../lib/protocol/error.ts'
import { SOCKET_PATH } from '../../../lib/protocol/events.ts'

export interface ReceivedEvent {
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into payloads of every shape
  payload: any
  /** By performance.now(). */
  at: number
}

/** A live connection, with everything that came over it. */
export interface Live {
  socket: Socket
  hello: Hello
  /** In the order of their arrival, `hello` among them. */
  events: ReceivedEvent[]
  batches(): Batch[]
  devices(): DeviceInfo[][]
  /** The acknowledgement of an event. Rejects when the connection closes without one. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  call(event: string, ...args: unknown[]): Promise<any>
  /** Resolves as soon as it holds, now or after one of the next events. */
  until(holds: () => boolean): Promise<void>
  /** The reason, once it is disconnected. */
  closed: Promise<string>
  close(): void
}

/** The refusal of a handshake. */
export class RefusedHandshake extends Error {
  readonly wire: ProtocolError
  constructor(wire: ProtocolError) {
    super(wire?.message)
    this.wire = wire
  }
}

/** Resolves after `hello`. @throws RefusedHandshake. */
export async function connectLive(
  url: string,
  token: unknown,
  extraHeaders: Record<string, string> = {},
): Promise<Live> {
  const socket = io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
    extraHeaders,
  })
  const events: ReceivedEvent[] = []
  const waiters = new Set<() => void>()
  const closed = Promise.withResolvers<string>()
  const wake = () => {
    for (const waiter of [...waiters]) waiter()
  }
  socket.onAny((event: string, payload: unknown) => {
    events.push({ event, payload, at: performance.now() })
    wake()
  })
  socket.on('disconnect', (reason) => {
    closed.resolve(reason)
    wake()
  })
  const of = (event: string) => events.filter((it) => it.event === event).map((it) => it.payload)

  function until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds()) return
        waiters.delete(check)
        resolve()
      }
      waiters.add(check)
      check()
    })
  }

  const refused = new Promise<never>((_resolve, reject) => {
    socket.once('connect_error', (error) =>
      reject(new RefusedHandshake((error as Error & { data: ProtocolError }).data)),
    )
  })
  await Promise.race([until(() => events.length > 0), refused, closed.promise])
  return {
    socket,
    hello: events[0]?.payload,
    events,
    batches: () => of('batch'),
    devices: () => of('devices').map((it) => it.devices),
    call: (event, ...args) =>
      new Promise((resolve, reject) => {
        const closedFirst = (reason: string) =>
          reject(new Error(`the connection closed before ${event} was answered: ${reason}`))
        void closed.promise.then(closedFirst)
        socket.emit(event, ...args, resolve)
      }),
    until,
    closed: closed.promise,
    close: () => socket.disconnect(),
  }
}
