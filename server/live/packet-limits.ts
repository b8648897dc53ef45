import type { IncomingMessage } from 'node:http'
import { addressOf } from '../traffic/address.ts'
import { CONNECTIONS_PER_ADDRESS } from '../traffic/connection-limit.ts'
import { createSlotsPerKey } from '../traffic/slots-per-key.ts'
import { type Connection, unsentBytes } from './backlog.ts'

/** What a connection may say before it has shown a token: one CONNECT, and some heartbeats. */
const STRANGER = { packets: 10, units: 256 * 1024, ms: 10_000 }
/** Twice what a device may ask in a minute at once, and then as much as it may ask on and on. */
const BURST_PACKETS = 12_000
const PACKETS_PER_SECOND = 200
/** The largest batch that there can be, as JSON with every character escaped, and some more. */
const UNREAD_BYTES = 64 * 1024 * 1024
/** Adding up what is unread takes time itself. */
const LOOK_EVERY = 64

export interface PacketLimits {
  /** Whether Engine.IO is to open a connection for this request. */
  mayOpen(request: IncomingMessage): boolean
  /** Closes this connection when it says more than anybody has to say, or never reads what it asked for. */
  watch(connection: LimitedConnection): void
  /** It has shown its token. */
  admit(connection: object): void
}

export interface LimitedConnection extends Connection {
  on(event: 'packet' | 'packetCreate', listener: (packet: { data?: unknown }) => void): void
  once(event: 'close', listener: () => void): void
}

/** `on`: false lets everybody say as much as they like; strangers never. */
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
      // A friendly close would wait for an answer, and who is silent for so long gives none.
      const tooLong = setTimeout(() => !admitted.has(connection) && end(connection), STRANGER.ms).unref()
      connection.once('close', () => clearTimeout(tooLong))
      connection.on('packet', ({ data }) => {
        heard += 1
        const isStranger = !admitted.has(connection)
        const size = typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
        if (isStranger ? heard > STRANGER.packets || size > STRANGER.units : on && !budget.spend()) end(connection)
      })
      // What was asked for in a moment is answered later: so it is the answers that are looked at, not the questions.
      connection.on('packetCreate', () => {
        said += 1
        if (said % LOOK_EVERY === 0 && unsentBytes(connection) > UNREAD_BYTES) end(connection)
      })
    },
    admit: (connection) => void admitted.add(connection),
  }
}

/** At once: a friendly close would first wait until everything was read. */
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
