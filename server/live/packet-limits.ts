import type { IncomingMessage } from 'node:http'
import { addressOf } from '../traffic/address.ts'
import { CONNECTIONS_PER_ADDRESS } from '../traffic/connection-limit.ts'
import { createSlotsPerKey } from '../traffic/slots-per-key.ts'
import { type Connection, unsentBytes } from './backlog.ts'

/** Limits before a connection has shown its token: it needs one CONNECT and some heartbeats. */
const STRANGER = { packets: 10, units: 256 * 1024, ms: 10_000 }
/** A burst of twice the calls of a minute, then the rate at which a device may call for long. */
const BURST_PACKETS = 12_000
const PACKETS_PER_SECOND = 200
/** The largest possible batch, as JSON with every character escaped, and some more. */
const UNREAD_BYTES = 64 * 1024 * 1024
/** Adding up the unread bytes takes time itself. */
const LOOK_EVERY = 64

export interface PacketLimits {
  /** Whether Engine.IO may open a connection for this request. */
  mayOpen(request: IncomingMessage): boolean
  /** Closes the connection when it sends too much, or never reads its answers. */
  watch(connection: LimitedConnection): void
  /** The connection has shown its token. */
  admit(connection: object): void
}

export interface LimitedConnection extends Connection {
  on(event: 'packet' | 'packetCreate', listener: (packet: { data?: unknown }) => void): void
  once(event: 'close', listener: () => void): void
}

/** `on`: false lifts the limits of authenticated connections only. */
export function createPacketLimits(on: boolean, trustProxy: number): PacketLimits {
  const slots = createSlotsPerKey(on ? CONNECTIONS_PER_ADDRESS : Number.POSITIVE_INFINITY)
  const admitted = new WeakSet<object>()

  return {
    mayOpen(request) {
      const release = slots.take(addressOf(request, trustProxy))
      if (!release) return false
      request.socket.once('close', release)
      return true
    },
    watch(connection) {
      const budget = createBudget()
      let heard = 0
      let said = 0
      // A clean close would wait for an answer, which a silent client does not give.
      const tooLong = setTimeout(() => !admitted.has(connection) && end(connection), STRANGER.ms).unref()
      connection.once('close', () => clearTimeout(tooLong))
      connection.on('packet', ({ data }) => {
        heard += 1
        const isStranger = !admitted.has(connection)
        const size = typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
        if (isStranger ? heard > STRANGER.packets || size > STRANGER.units : on && !budget.spend()) end(connection)
      })
      // Answers come later than a burst of calls, so the unread bytes are checked as answers go out.
      connection.on('packetCreate', () => {
        said += 1
        if (said % LOOK_EVERY === 0 && unsentBytes(connection) > UNREAD_BYTES) end(connection)
      })
    },
    admit: (connection) => void admitted.add(connection),
  }
}

/** Terminates at once: a clean close would first wait until the client has read everything. */
function end(connection: LimitedConnection): void {
  connection.transport.socket?.terminate()
}

function createBudget() {
  let left = BURST_PACKETS
  let at = performance.now()
  return {
    spend(): boolean {
      const now = performance.now()
      left = Math.min(BURST_PACKETS, left + ((now - at) / 1000) * PACKETS_PER_SECOND) - 1
      at = now
      return left >= 0
    },
  }
}
