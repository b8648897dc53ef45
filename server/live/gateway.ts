import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Server } from 'socket.io'
import { SOCKET_PATH } from '../../lib/protocol/events.ts'
import { limits } from '../../lib/protocol/limits.ts'
import type { Mother } from '../core/mother.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { refuseHost } from '../traffic/host.ts'
import { createSemaphore } from '../traffic/semaphore.ts'
import { createThrottle } from '../traffic/throttle.ts'
import { createConnectedDevices } from './connected-devices.ts'
import { serveConnection } from './connection.ts'
import { createDeviceLists } from './events/device-lists.ts'
import { createHandshake } from './handshake.ts'
import { packets } from './packet-encoder.ts'
import { createPacketLimits, type LimitedConnection } from './packet-limits.ts'
import { serveSender } from './sender.ts'
import { serveLink } from './serve-link.ts'
import { createStreams, type Streams } from './stream/streams.ts'
import type { DeviceSocket, MotherServer } from './types.ts'
import { type BatchedConnection, batchWrites } from './write-batcher.ts'

/** A handshake takes about a millisecond. */
const HANDSHAKES_PER_TURN = 8

export interface SocketGateway {
  /** Serves a device over an HTTP answer: `GET /v1/stream`. */
  openStream: Streams['open']
  /**
   * Disconnects the devices one by one within `ms`, each after its calls were answered, so that they do not all reach
   * the other nodes at once.
   */
  drain(ms: number): Promise<void>
  /** Disconnects every device after its calls were answered; waits up to `graceMs` for slow ones. */
  close(graceMs: number): Promise<void>
}

/** Leaves room in the store for sends and pulls. */
const HEAD_READS_AT_ONCE = 8

/** Socket.IO on `server`: WebSocket only, so that a balancer in front needs no sticky sessions. */
export function createSocketGateway(server: HttpServer, deps: GatewayDeps): SocketGateway {
  const packetLimits = createPacketLimits(deps.rateLimits.on, deps.trustProxy)
  const io: MotherServer = new Server(server, {
    path: SOCKET_PATH,
    parser: packets,
    transports: ['websocket'],
    serveClient: false,
    // upgrade.ts handles other upgrades.
    destroyUpgrade: false,
    // Above the 8 MiB of a request, so that a request that is too large gets an answer instead of being cut off.
    maxHttpBufferSize: limits.requestBytes + 4 * 1024 * 1024,
    // Later than packet-limits.ts, which does not wait for a polite answer.
    connectTimeout: 20_000,
    allowRequest: (request, answer) => answer(null, packetLimits.mayOpen(request)),
  })
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (deps.refusesHost?.(request)) refuseHost(response, true)
    else next()
  })
  io.engine.on('connection', (connection: LimitedConnection & BatchedConnection) => {
    packetLimits.watch(connection)
    batchWrites(connection)
  })
  const presence = createConnectedDevices(deps.mother, (error) =>
    deps.log.warn({ err: error }, 'presence could not be told'),
  )
  deps.metrics.connections.countOpen(() => io.engine.clientsCount + streams.count())
  const headReads = createSemaphore({ atOnce: HEAD_READS_AT_ONCE, waiting: Number.POSITIVE_INFINITY })
  const deviceLists = createDeviceLists({
    read: (userId) => readDevices(deps.mother, userId),
    emit(linkIds, list) {
      io.to(linkIds).emit('devices', list)
      streams.tellDevices(linkIds, list)
    },
    everyMs: limits.devicesEventMs,
    onError: (error) => deps.log.warn({ err: error }, 'a list of devices could not be read'),
  })
  const shared = { presence, headReads, deviceLists }
  const streams = createStreams((link) => serveLink(link, deps, shared))
  io.use(createHandshake(deps, createThrottle(HANDSHAKES_PER_TURN)))
  io.on('connection', (socket) => {
    packetLimits.admit(socket.conn)
    if (socket.data.caller.access === 'send') void serveSender(socket, deps, shared)
    else serveConnection(socket, deps, shared)
  })

  async function disconnect(socket: DeviceSocket, afterMs: number): Promise<void> {
    await wait(afterMs)
    await socket.data.inFlight.none()
    await closed(socket.conn as unknown as EngineSocket)
  }

  return {
    openStream: streams.open,
    async drain(ms) {
      const sockets = [...io.sockets.sockets.values()].map((it) => disconnect(it, Math.random() * ms))
      await Promise.all([...sockets, streams.drain(ms)])
    },
    async close(graceMs) {
      streams.close()
      const engine = io.engine as unknown as { clients: Record<string, EngineSocket>; close(): void }
      const clients = Object.values(engine.clients)
      // Closes the transport: after a `disconnect` packet, Socket.IO clients would not reconnect by themselves.
      const gone = Promise.all(clients.map(closed))
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, graceMs)
      await Promise.race([gone, late])
      clearTimeout(timer)
      for (const client of clients) client.transport.socket?.terminate()
      engine.close()
    },
  }
}

interface EngineSocket {
  readyState: string
  close(): void
  once(event: 'close', listener: () => void): void
  transport: { socket?: { terminate(): void } }
}

function closed(client: EngineSocket): Promise<void> {
  return new Promise((resolve) => {
    if (client.readyState === 'closed') return resolve()
    client.once('close', resolve)
    client.close()
  })
}

/** The list of devices, with what each of them should say. */
async function readDevices(mother: Pick<Mother, 'listDevices' | 'news'>, userId: string) {
  const [list, news] = await Promise.all([mother.listDevices(userId), mother.news(userId)])
  return news.length > 0 ? { ...list, news } : list
}
